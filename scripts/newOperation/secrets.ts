/** What n8n masks and no output shows, by the name of the parameter. */
export const SECRET = /pass_?w(or)?d|passwrod|secret|(?<!next_?)token|private_?key|access_?key$/i;
