/** The environment without what an outer npm set for itself. */
export function npmEnv(env: Record<string, string | undefined>): Record<string, string | undefined>
