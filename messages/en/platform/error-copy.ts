const words = (title: string, next: string) => ({ title, next })

/** By code: what happened and what to do next. */
export const errors = {
  'bad-input': words('Some fields are not right.', 'Each one says what it needs. Nothing you typed is lost.'),
  'bad-json': words('The request is not valid JSON.', 'Send one JSON object in UTF-8.'),
  'body-too-large': words('The request is too large.', 'Send less at once.'),
  'not-found': words('There is nothing at this address.', 'It may have moved: start from the rounds.'),
  'method-not-allowed': words(
    'This address does not take that.',
    'See the list of routes in the API document.',
  ),
  'too-many-requests': words('Too many requests from here.', 'Wait a minute and try again.'),
  internal: words(
    'This server failed at its own work.',
    'Nothing was changed. Try again; if it stays, tell the operator the code and time.',
  ),
  unavailable: words('A part of this server does not answer.', 'Nothing was changed. Try again in a minute.'),
  'database-unavailable': words(
    'The database does not answer.',
    'Nothing you entered is lost. Try again in a minute.',
  ),
  'chain-unavailable': words('The chain does not answer.', 'Nothing was changed. Try again in a minute.'),
  'storage-unavailable': words(
    'The store of pictures and records does not answer.',
    'Nothing was changed. Try again in a minute.',
  ),
  'storage-corrupt': words(
    'A stored file is not what it was.',
    'Nothing wrong is given out. Tell the operator the name: it comes back from a backup.',
  ),
  'not-signed-in': words('You are not signed in.', 'Sign in with your wallet; what you entered stays.'),
  'session-nonce': words('This sign-in was used or is too old.', 'Sign in once more.'),
  'session-message': words(
    'The signed text is not for this site.',
    'Check the address bar, then sign in once more.',
  ),
  'session-signature': words(
    'The signature is not by that account.',
    'Sign in once more with the account you mean.',
  ),
  'not-director': words('Only the director of this community can do this.', 'Use the director’s account.'),
  'not-yours': words('This belongs to another account.', 'Use the account that made it.'),
  'local-only': words('This is only there on a local chain.', 'Use a wallet of your own.'),
  'other-site': words('Another site asked for this.', 'Do it on this site’s own page.'),
  'clock-fixed': words('The clock can only be moved on a local chain.', 'Wait for the time to come.'),
  'community-unknown': words('There is no such community here.', 'Look at the list of communities.'),
  'community-exists': words(
    'This collection or name is already registered.',
    'Choose another name, or open the community.',
  ),
  'collection-invalid': words(
    'There is no Verso collection at that address.',
    'Deploy one from the form, or check address and network.',
  ),
  'operator-mismatch': words(
    'The collection names another operator.',
    'Deploy it with this server’s operator address.',
  ),
  'credentials-unusable': words(
    'This server cannot read or make what its pictures are signed with.',
    'Nothing was changed. Whoever runs it runs “verso doctor”; then try again.',
  ),
  'round-unknown': words('There is no such round here.', 'Look at the list of rounds.'),
  'epoch-unknown': words(
    'There is no such record of impressions.',
    'Ask for the newest one, without an epoch.',
  ),
  'round-state': words('The round is not in the state for this.', 'The page shows what comes next and when.'),
  'open-missed': words(
    'The round was not opened in time.',
    'It is cancelled. Make a new one; its briefs can be signed again.',
  ),
  'rules-invalid': words('The rules contradict themselves.', 'Each field says what it needs.'),
  'round-frozen': words('The rules are frozen.', 'Rules cannot change once submissions are open.'),
  'round-not-empty': words('The round has no candidate yet.', 'Wait for works, or cancel it.'),
  'prompt-private': words(
    'Its creator keeps the words of this work private.',
    'Only the creator can reveal them; the signed brief holds their seal.',
  ),
  'brief-invalid': words(
    'The signed brief does not hold.',
    'Read what differs, and sign again. Your words are kept.',
  ),
  'brief-window': words(
    'This round takes no briefs now.',
    'The round’s page says when it does. Your words are kept.',
  ),
  'brief-used': words('This brief was already taken.', 'Sign a new one to ask for more works.'),
  'admission-ended': words(
    'Submissions closed before this picture was ready.',
    'It is dropped, as the rules say. Another round takes a new brief.',
  ),
  'parent-unknown': words(
    'The work to vary does not hang here.',
    'Open it again from its wall, or sign a brief without a parent.',
  ),
  'parent-licence': words(
    'The licence of that work does not allow this.',
    'Its terms and those of this round do not fit. Your words are kept: sign them without the parent.',
  ),
  'licence-conflict': words(
    'What this work is made of does not allow the licence of the round.',
    'Choose another maker or other files, or a round under other terms. Your words are kept.',
  ),
  'no-tries': words(
    'This picture cannot be tried again.',
    'Its tries are spent, or it was not turned away. Change the words in a new brief.',
  ),
  'too-many-streams': words('Too many pages follow this server live.', 'Ask now and then instead.'),
  'round-full': words('The wall of this round is full.', 'Another round takes a new brief.'),
  'provider-unknown': words('There is no such provider here.', 'Choose one from the list.'),
  'provider-closed': words(
    'Volunteers do not render for this round.',
    'Choose another maker: your words are kept.',
  ),
  'provider-auth': words('The provider refused this server’s key.', 'The director has to look at the key.'),
  'provider-capacity': words('The provider has no room.', 'It is tried again by itself.'),
  'provider-rate-limited': words('The provider asks us to wait.', 'It is tried again by itself.'),
  'provider-invalid-input': words('The provider cannot make this.', 'Change the words and sign a new brief.'),
  'provider-moderated': words(
    'The provider’s filter turned this away.',
    'Change the words and sign a new brief.',
  ),
  'provider-transient': words('The provider failed for a moment.', 'It is tried again by itself.'),
  'provider-unknown-outcome': words(
    'The provider’s answer was lost.',
    'It may have been made and paid for: it is looked up, and not asked for again by itself.',
  ),
  'provider-expired': words('The provider no longer has the picture.', 'It is made again by itself.'),
  'provider-budget': words('The budget of this round is used up.', 'The director can raise it.'),
  'artifact-invalid': words('The provider sent no picture.', 'It is tried again by itself.'),
  'provider-inputs': words(
    'This maker and the files of this brief do not fit.',
    'A finished work is brought without a maker; references go only to makers that take them.',
  ),
  'upload-kind': words(
    'The file is no PNG, JPEG or WebP picture.',
    'Save it as one of these and choose it again. Other kinds are not taken, whatever they are called.',
  ),
  'upload-animated': words('The picture moves.', 'Choose a still one: save a single frame of it.'),
  'upload-pixels': words(
    'The picture has too many pixels.',
    'At most 8,192 on a side and 40 million in all. Make it smaller and choose it again.',
  ),
  'upload-too-large': words(
    'The file is too large.',
    'At most 32 MiB, as it is sent and as it is kept. Save it smaller and choose it again.',
  ),
  'upload-broken': words(
    'The picture does not open whole.',
    'Choose it again. If it stays, open it on your device and save it once more.',
  ),
  'upload-slow': words(
    'The file did not arrive in time.',
    'Nothing was kept. Send it again on a better line.',
  ),
  'upload-quota': words(
    'You have uploaded as much as one account may in a day.',
    'What you uploaded stays yours to use. Wait until tomorrow for more.',
  ),
  'uploads-busy': words('Too many pictures arrive at once.', 'Send it again in a minute.'),
  'upload-unknown': words(
    'The account that signed has uploaded no such picture.',
    'Upload it with the account that signs the brief, then sign again.',
  ),
  'webhook-forged': words('The webhook is not signed by the provider.', 'Check the signing secret.'),
  'webhook-stale': words('The webhook is too old.', 'Send it again with a fresh timestamp.'),
  'ballot-refused': words('The ballot was refused.', 'The signed refusal says why. Your picks are kept.'),
  'sequence-used': words(
    'A newer ballot of yours is in the log.',
    'Sign again: the page takes the next number.',
  ),
  'allowlist-invalid': words(
    'Some lines of the list are no rows.',
    'Each one says what is wrong. Nothing was dropped, and nothing kept.',
  ),
  'power-unavailable': words(
    'The chain that gives the votes does not answer.',
    'Your picks are kept. Try again in a minute.',
  ),
  'wallet-check-unavailable': words(
    'The chain that knows your wallet’s contract does not answer.',
    'Your ballot is kept, neither taken nor refused. Send it again in a minute.',
  ),
  'safe-unknown': words(
    'That account is no Safe on the chain that gives the votes.',
    'Check the address. Other contract wallets sign by themselves: connect with them.',
  ),
  'not-an-owner': words(
    'That account is not an owner of the Safe.',
    'Use one of its owners. What the others signed is kept.',
  ),
  'safe-not-signed': words(
    'The Safe has not signed this ballot on chain.',
    'Let its owners send that transaction first, and wait a minute. What they signed here is kept.',
  ),
  'safe-changed': words(
    'The Safe does not take these signatures any more.',
    'Its owners may have changed: the page shows who has to sign now. A change of the last minutes counts a little later.',
  ),
  'pending-unknown': words(
    'There is no such ballot here.',
    'Ask whoever sent you the address for the whole of it.',
  ),
  'pending-over': words(
    'This ballot can no longer be signed.',
    'Its page says why. Make a new one from the round, if it is still open.',
  ),
  'draft-stale': words(
    'Your draft was changed from another device.',
    'What is kept stands in the answer: put the two together and send that.',
  ),
  'draft-closed': words(
    'This round takes no ballots now, and keeps no drafts.',
    'What you filled in stays on this device.',
  ),
  'log-empty': words('The log has no such leaf.', 'Look at the heads for its size.'),
  'closing-not-ready': words('The round cannot be closed yet.', 'The desk says what is missing.'),
  'bundle-not-ready': words('The record of this round is not published yet.', 'It comes with the close.'),
  'token-unknown': words('There is no such token.', 'Look at the collection.'),
  'rpc-chain': words(
    'This site has no node for that chain.',
    'Use a node of your own; the operator can add the chain.',
  ),
  'rpc-method': words('This proxy does not pass that method.', 'Use your own node for it.'),
}
