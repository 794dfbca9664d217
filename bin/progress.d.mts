export interface SetupProgress {
  note(text: string): void
  step(label: string): { done(note?: string): void; fail(note?: string): void }
}
/** Prints steps with their time to `stream` (stderr): plain lines, and a live one on a terminal. */
export function setupProgress(stream: NodeJS.WritableStream, title?: string): SetupProgress
