/** What a person reads for a code: what happened and what to do next. Status is HTTP's. */
export type ErrorCopy = { status: number; title: string; next: string }

const copy = (status: number, title: string, next: string): ErrorCopy => ({ status, title, next })

/** Every stable code that leaves this server; a code never changes its meaning. */
export const ERROR_COPY = {
  'bad-input': copy(
    400,
    'Some fields are not right.',
    'Each one says what it needs. Nothing you typed is lost.',
  ),
  'bad-json': copy(400, 'The request is not valid JSON.', 'Send one JSON object in UTF-8.'),
  'body-too-large': copy(413, 'The request is too large.', 'Send less at once.'),
  'not-found': copy(404, 'There is nothing at this address.', 'It may have moved: start from the rounds.'),
  'method-not-allowed': copy(
    405,
    'This address does not take that.',
    'See the list of routes in the API document.',
  ),
  'too-many-requests': copy(429, 'Too many requests from here.', 'Wait a minute and try again.'),
  internal: copy(
    500,
    'This server failed at its own work.',
    'Nothing was changed. Try again; if it stays, tell the operator the code and time.',
  ),
  unavailable: copy(
    503,
    'A part of this server does not answer.',
    'Nothing was changed. Try again in a minute.',
  ),
  'database-unavailable': copy(
    503,
    'The database does not answer.',
    'Nothing you entered is lost. Try again in a minute.',
  ),
  'chain-unavailable': copy(503, 'The chain does not answer.', 'Nothing was changed. Try again in a minute.'),
  'not-signed-in': copy(401, 'You are not signed in.', 'Sign in with your wallet; what you entered stays.'),
  'session-nonce': copy(401, 'This sign-in was used or is too old.', 'Sign in once more.'),
  'session-message': copy(
    401,
    'The signed text is not for this site.',
    'Check the address bar, then sign in once more.',
  ),
  'session-signature': copy(
    401,
    'The signature is not by that account.',
    'Sign in once more with the account you mean.',
  ),
  'not-director': copy(
    403,
    'Only the director of this community can do this.',
    'Use the director’s account.',
  ),
  'not-yours': copy(403, 'This belongs to another account.', 'Use the account that made it.'),
  'local-only': copy(404, 'This is only there on a local chain.', 'Use a wallet of your own.'),
  'other-site': copy(403, 'Another site asked for this.', 'Do it on this site’s own page.'),
  'clock-fixed': copy(409, 'The clock can only be moved on a local chain.', 'Wait for the time to come.'),
  'community-unknown': copy(404, 'There is no such community here.', 'Look at the list of communities.'),
  'community-exists': copy(
    409,
    'This collection or name is already registered.',
    'Choose another name, or open the community.',
  ),
  'collection-invalid': copy(
    422,
    'There is no Verso collection at that address.',
    'Deploy one from the form, or check address and network.',
  ),
  'operator-mismatch': copy(
    422,
    'The collection names another operator.',
    'Deploy it with this server’s operator address.',
  ),
  'round-unknown': copy(404, 'There is no such round here.', 'Look at the list of rounds.'),
  'epoch-unknown': copy(
    404,
    'There is no such record of impressions.',
    'Ask for the newest one, without an epoch.',
  ),
  'round-state': copy(
    409,
    'The round is not in the state for this.',
    'The page shows what comes next and when.',
  ),
  'open-missed': copy(
    409,
    'The round was not opened in time.',
    'It is cancelled. Make a new one; its briefs can be signed again.',
  ),
  'rules-invalid': copy(422, 'The rules contradict themselves.', 'Each field says what it needs.'),
  'round-frozen': copy(409, 'The rules are frozen.', 'Rules cannot change once submissions are open.'),
  'round-not-empty': copy(409, 'The round has no candidate yet.', 'Wait for works, or cancel it.'),
  'brief-invalid': copy(
    422,
    'The signed brief does not hold.',
    'Read what differs, and sign again. Your words are kept.',
  ),
  'brief-window': copy(
    409,
    'This round takes no briefs now.',
    'The round’s page says when it does. Your words are kept.',
  ),
  'brief-used': copy(409, 'This brief was already taken.', 'Sign a new one to ask for more works.'),
  'admission-ended': copy(
    409,
    'Submissions closed before this picture was ready.',
    'It is dropped, as the rules say. Another round takes a new brief.',
  ),
  'parent-unknown': copy(
    422,
    'The work to vary does not hang here.',
    'Open it again from its wall, or sign a brief without a parent.',
  ),
  'parent-licence': copy(
    422,
    'The licence of that work does not allow this.',
    'Its terms and those of this round do not fit. Your words are kept: sign them without the parent.',
  ),
  'no-tries': copy(
    409,
    'This picture cannot be tried again.',
    'Its tries are spent, or it was not turned away. Change the words in a new brief.',
  ),
  'too-many-streams': copy(429, 'Too many pages follow this server live.', 'Ask now and then instead.'),
  'round-full': copy(409, 'The wall of this round is full.', 'Another round takes a new brief.'),
  'provider-unknown': copy(422, 'There is no such provider here.', 'Choose one from the list.'),
  'provider-closed': copy(
    409,
    'Volunteers do not render for this round.',
    'Choose another maker: your words are kept.',
  ),
  'provider-auth': copy(
    502,
    'The provider refused this server’s key.',
    'The director has to look at the key.',
  ),
  'provider-capacity': copy(503, 'The provider has no room.', 'It is tried again by itself.'),
  'provider-rate-limited': copy(503, 'The provider asks us to wait.', 'It is tried again by itself.'),
  'provider-invalid-input': copy(
    422,
    'The provider cannot make this.',
    'Change the words and sign a new brief.',
  ),
  'provider-moderated': copy(
    422,
    'The provider’s filter turned this away.',
    'Change the words and sign a new brief.',
  ),
  'provider-transient': copy(502, 'The provider failed for a moment.', 'It is tried again by itself.'),
  'provider-unknown-outcome': copy(
    502,
    'The provider’s answer was lost.',
    'It is looked up before anything is asked again.',
  ),
  'provider-expired': copy(502, 'The provider no longer has the picture.', 'It is made again by itself.'),
  'provider-budget': copy(402, 'The budget of this round is used up.', 'The director can raise it.'),
  'artifact-invalid': copy(502, 'The provider sent no picture.', 'It is tried again by itself.'),
  'webhook-forged': copy(401, 'The webhook is not signed by the provider.', 'Check the signing secret.'),
  'webhook-stale': copy(401, 'The webhook is too old.', 'Send it again with a fresh timestamp.'),
  'ballot-refused': copy(422, 'The ballot was refused.', 'The signed refusal says why. Your picks are kept.'),
  'sequence-used': copy(
    409,
    'A newer ballot of yours is in the log.',
    'Sign again: the page takes the next number.',
  ),
  'allowlist-invalid': copy(
    422,
    'Some lines of the list are no rows.',
    'Each one says what is wrong. Nothing was dropped, and nothing kept.',
  ),
  'power-unavailable': copy(
    503,
    'The chain that gives the votes does not answer.',
    'Your picks are kept. Try again in a minute.',
  ),
  'wallet-check-unavailable': copy(
    503,
    'The chain that knows your wallet’s contract does not answer.',
    'Your ballot is kept, neither taken nor refused. Send it again in a minute.',
  ),
  'safe-unknown': copy(
    422,
    'That account is no Safe on the chain that gives the votes.',
    'Check the address. Other contract wallets sign by themselves: connect with them.',
  ),
  'not-an-owner': copy(
    422,
    'That account is not an owner of the Safe.',
    'Use one of its owners. What the others signed is kept.',
  ),
  'safe-not-signed': copy(
    409,
    'The Safe has not signed this ballot on chain.',
    'Let its owners send that transaction first, and wait a minute. What they signed here is kept.',
  ),
  'safe-changed': copy(
    409,
    'The Safe does not take these signatures any more.',
    'Its owners may have changed: the page shows who has to sign now. A change of the last minutes counts a little later.',
  ),
  'pending-unknown': copy(
    404,
    'There is no such ballot here.',
    'Ask whoever sent you the address for the whole of it.',
  ),
  'pending-over': copy(
    409,
    'This ballot can no longer be signed.',
    'Its page says why. Make a new one from the round, if it is still open.',
  ),
  'draft-stale': copy(
    409,
    'Your draft was changed from another device.',
    'What is kept stands in the answer: put the two together and send that.',
  ),
  'draft-closed': copy(
    409,
    'This round takes no ballots now, and keeps no drafts.',
    'What you filled in stays on this device.',
  ),
  'log-empty': copy(404, 'The log has no such leaf.', 'Look at the heads for its size.'),
  'closing-not-ready': copy(409, 'The round cannot be closed yet.', 'The desk says what is missing.'),
  'bundle-not-ready': copy(404, 'The record of this round is not published yet.', 'It comes with the close.'),
  'token-unknown': copy(404, 'There is no such token.', 'Look at the collection.'),
  'rpc-chain': copy(
    404,
    'This site has no node for that chain.',
    'Use a node of your own; the operator can add the chain.',
  ),
  'rpc-method': copy(403, 'This proxy does not pass that method.', 'Use your own node for it.'),
} as const satisfies Record<string, ErrorCopy>

export type ErrorCode = keyof typeof ERROR_COPY
