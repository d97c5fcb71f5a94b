import { signal } from '@preact/signals';

interface Numbers {
  readonly name: string;
  /** The office, for everything that can wait. */
  readonly phone: string;
  /** Answered day and night. */
  readonly emergencyPhone: string;
}
const place = 'haemdiary-emergency';

function stored(): Numbers | undefined {
  const text = localStorage.getItem(place);
  if (text === null) return undefined;
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null) return undefined;
  const texts = new Map(Object.entries(value).map(([key, one]) => [key, String(one)]));
  const name = texts.get('name');
  const phone = texts.get('phone');
  const emergencyPhone = texts.get('emergencyPhone');
  const isComplete = name !== undefined && phone !== undefined && emergencyPhone !== undefined;
  return isComplete ? { name, phone, emergencyPhone } : undefined;
}

const held = signal(stored());

/** The centre's numbers as last read: kept on the device, so that it is there offline and signed out. */
export const emergencyNumbers = held;

/** Keeps the centre's numbers; nothing about the patient is kept. */
export function rememberEmergency({ name, phone, emergencyPhone }: Numbers): void {
  held.value = { name, phone, emergencyPhone };
  localStorage.setItem(place, JSON.stringify(held.value));
}
