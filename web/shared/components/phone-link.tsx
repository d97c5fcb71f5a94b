import type { VNode } from 'preact';

/** A number that a phone rings when it is touched. */
export function PhoneLink({ phone }: { readonly phone: string }): VNode {
  return (
    <a class="phone" href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`}>
      <bdi>{phone}</bdi>
    </a>
  );
}
