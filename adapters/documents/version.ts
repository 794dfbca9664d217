/** Changes whenever the same bytes may give another profile: it is part of every profile's id. */
export const PARSER_VERSION = 'hirestream-parser-1'
