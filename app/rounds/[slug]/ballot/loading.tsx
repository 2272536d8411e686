import { Frame } from '#components/ui/frame.tsx'
import { Shell } from '#components/ui/shell.tsx'
import { Signage } from '#components/ui/signage.tsx'
import { BallotFrames } from '#components/voting/ballot-frames.tsx'

/** A ballot names any work of its round, so all of them are read: of ten thousand that takes a moment. */
export default function BallotLoading() {
  return (
    <Shell room="desk" current="rounds">
      <Frame signage={<Signage title="Ballot">The works of the round are being read.</Signage>}>
        <BallotFrames />
      </Frame>
    </Shell>
  )
}
