/** What the routes can't say of themselves. */
export const OPENAPI = {
  openapi: '3.1.0',
  info: {
    title: 'hirestream',
    version: '1',
    description:
      'Applications in, explained rankings out. Every answer names its generation, and per store what it is complete to.',
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
  components: {
    securitySchemes: {
      key: { type: 'http', scheme: 'bearer', description: 'ats_{tenant}_{32 random}' },
    },
  },
  security: [{ key: [] }],
  tags: [
    { name: 'events', description: 'What an applicant-tracking system says' },
    { name: 'ranking', description: 'Who fits a job, and why' },
    { name: 'status', description: 'Where an application is' },
    { name: 'search', description: 'Candidates by words and meaning' },
    { name: 'health', description: 'For those who run it' },
  ],
} as const
