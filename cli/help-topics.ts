/** A page of help that belongs to no single command. */
export type HelpTopic = { readonly name: string; readonly summary: string; readonly text: string };

/** The pages of help that belong to no single command. */
export const HELP_TOPICS: readonly HelpTopic[] = [
  {
    name: "credentials",
    summary: "with what commands call the server",
    text: `Commands take their credential from the first of these that has one:

  --token-stdin    the first line of standard input: an API token or a session token.
  environment      LATCHKEY_EMAIL and LATCHKEY_API_TOKEN, or LATCHKEY_SESSION_TOKEN.
  a file           --credentials FILE, or $XDG_CONFIG_HOME/latchkey/credentials, or
                   ~/.config/latchkey/credentials. "latchkey sign-in" writes it. It must have mode 600:
                   {"servers": {"127.0.0.1:50551": {"email": "ada@example.com", "apiToken": "lka_…"}}}
                   with "sessionToken" in the place of "apiToken" for a session.

An API token is used with the e-mail of a verified user: LATCHKEY_EMAIL, or --as EMAIL.
Secrets are never taken from arguments, which everybody on a machine can read; an argument that holds one
is refused. What is kept for one server is never sent to another.

Secrets that a command reads from standard input come one to a line, in this order: the credential, the
setup code, the header to check or the token to find, the present password, the new password.`,
  },
  {
    name: "filters",
    summary: "how lists are filtered and ordered",
    text: `Filters follow AIP-160: comparisons with = != < > <= >= and : (contains), joined by AND, OR, NOT and
parentheses. Texts with other than letters and digits are quoted, times are RFC 3339.

  latchkey token list --filter 'state = ACTIVE AND description : "nightly"'
  latchkey user list  --filter 'role = ADMIN AND verified = true'
  latchkey audit list --filter 'action : "api_token" AND create_time > "2026-01-01T00:00:00Z"'

Orders are a field, with " desc" for downwards: --order-by 'last_use.time desc'.`,
  },
];
