/** Milliseconds since 1970, UTC. The only way to the time outside a main. */
export type Clock = () => number
