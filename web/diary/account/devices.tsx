import type { VNode } from 'preact';
import { addressWords } from '../../shared/words/en/address.ts';
import { deviceWords as words } from '../../shared/words/en/devices.ts';

/** The way from the settings to one's devices, sign-ins and password. */
export function DevicesSection(): VNode {
  return (
    <>
      <h2>{words.account}</h2>
      <ul>
        <li>
          <a href="/devices">{words.link}</a>
        </li>
        <li>
          <a href="/password">{words.passwordTitle}</a>
        </li>
        <li>
          <a href="/address">{addressWords.title}</a>
        </li>
      </ul>
    </>
  );
}
