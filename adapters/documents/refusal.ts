/** A file that gives no profile, by its own fault: an outcome, thrown from deep inside a reader and caught in one place. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly outcome: 'manual_review' | 'rejected' | 'failed'
  /** In words the applicant can act on */
  readonly reason: string

  constructor(outcome: Refusal['outcome'], reason: string) {
    super(reason)
    this.outcome = outcome
    this.reason = reason
  }
}

export const ENCRYPTED = 'encrypted: the file needs a password; send it again without one'
export const CORRUPTED =
  'corrupted: the file could not be opened; save it again and send it as PDF or DOCX'
export const NO_TEXT = 'empty: the file holds no text; send a PDF or DOCX with your résumé in it'
export const SCANNED =
  'scanned: no text layer; the file is a picture of text, send the original PDF or DOCX'
