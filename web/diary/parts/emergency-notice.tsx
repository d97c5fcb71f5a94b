import type { VNode } from 'preact';
import { Notice } from '../../shared/components/notice.tsx';
import { emergencyWords as words } from '../../shared/words/en/emergency.ts';
import { PhoneLink } from '../../shared/components/phone-link.tsx';

interface Props {
  readonly centreName?: string | undefined;
  readonly phone?: string | undefined;
  /** On its own page: no bleed is being recorded. */
  readonly alone?: boolean;
}

/**
 * For a severe bleed or a dangerous site, at once: whom to ring, and that nobody watches this screen. It names
 * both numbers because the centre knows the person and the emergency service is nearer.
 */
export function EmergencyNotice({ centreName, phone, alone = false }: Props): VNode {
  const { title, call } = alone ? words.page : words;
  return (
    <Notice kind="danger" title={title} live>
      <p>{call}</p>
      <ul class="phone-list">
        <li>
          {words.emergencyService} <PhoneLink phone="999" /> {words.orLocal}
        </li>
        {phone !== undefined && (
          <li>
            {words.centre(centreName)} <PhoneLink phone={phone} />
          </li>
        )}
        {phone === undefined && <li>{words.centreUnknown}</li>}
      </ul>
      <p>{words.nobodyWatches}</p>
    </Notice>
  );
}
