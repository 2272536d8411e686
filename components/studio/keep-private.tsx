import { Switch } from '#components/ui/switch.tsx'
import * as text from '#messages/studio/keep-private.ts'

type KeepPrivateProps = { on: boolean; onChange: (on: boolean) => void }

/** Whether the words are signed as a seal; what that means stands under the switch once it is on. */
export function KeepPrivate({ on, onChange }: KeepPrivateProps) {
  return (
    <div className="border-line border-b">
      <Switch label={text.keepPrivate} on={on} onChange={onChange} />
      <div aria-live="polite">
        {on && (
          <ul className="list-disc pb-3 pl-5 text-13 text-second">
            {text.whatItMeans.map((sentence) => (
              <li key={sentence} className="mt-1">
                {sentence}
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  )
}
