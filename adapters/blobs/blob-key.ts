const SEGMENT = /^[A-Za-z0-9_-][A-Za-z0-9._=-]*$/
const LONGEST = 512

/**
 * Keys also come from outside (an upload's key in an inbox event), so nothing else is ever made a path or a URL of.
 * @returns segments of letters, digits and `._=-` between single slashes, none starting with a dot
 */
export const isBlobKey = (key: string): boolean =>
  key.length <= LONGEST && key.split('/').every((segment) => SEGMENT.test(segment))
