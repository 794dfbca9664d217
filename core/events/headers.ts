/** Hexadecimal CRC-32 of the record's value, as its publisher wrote it. */
export const CRC_HEADER = 'hs_crc'
/** How often a record has been tried, when it was released after being parked; absent: the first time */
export const ATTEMPT_HEADER = 'hs_attempt'
/** The id that a parked record is about (an application's, a candidate's, a job's), where its key is one */
export const SUBJECT_HEADER = 'hs_subject'
