import { useRef, useState } from 'preact/hooks';
import type { Failure } from '../api/failure.ts';
import { failureWords, type FieldWords, reasonWords } from '../words/en/problems.ts';

/** Field id → what is wrong with it, in words. */
export type Errors = Readonly<Record<string, string>>;

type KeysOf<V, T> = { [K in keyof V & string]: V[K] extends T ? K : never }[keyof V & string];

/** What every text-like field takes: spread it, and add a label. */
export interface TextBinding {
  readonly id: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly error: string | undefined;
}
export interface FlagBinding {
  readonly id: string;
  readonly checked: boolean;
  readonly onChecked: (checked: boolean) => void;
  readonly error: string | undefined;
}

export interface FormModel<V> {
  readonly values: V;
  readonly errors: Errors;
  /** A message about the whole form, above the fields. */
  readonly general: string | undefined;
  readonly busy: boolean;
  /** Rises each time the form is refused, so that the summary takes the focus again. */
  readonly attempt: number;
  set: (change: Partial<V>) => void;
  text: (name: KeysOf<V, string>) => TextBinding;
  flag: (name: KeysOf<V, boolean>) => FlagBinding;
  /** Shows what is wrong, with the focus on the summary. */
  refuse: (errors: Errors, general?: string) => void;
  /** Shows an API failure: each field's reason at its field, the rest above. `ids` maps pointers to field ids. */
  refuseWith: (failure: Failure, own?: FieldWords, ids?: Readonly<Record<string, string>>) => void;
  /** Runs a submit once at a time. */
  run: (work: () => Promise<void>) => Promise<void>;
}

/** `/containers/0/batch` is the field `containers-0-batch`. */
const idOf = (pointer: string): string => pointer.replace(/^\//, '').replaceAll('/', '-');

const errorsOf = (failure: Failure, own: FieldWords, ids: Readonly<Record<string, string>>): Errors =>
  Object.fromEntries(
    failure.fields.map(({ pointer, reason }) => {
      const id = ids[pointer] ?? ids[idOf(pointer)] ?? idOf(pointer);
      return [id, reasonWords(reason, id, own)];
    }),
  );

interface Refusal {
  readonly errors: Errors;
  readonly general?: string | undefined;
  readonly attempt: number;
}

/** The state of one form: its values, what is wrong, and whether it is being sent. */
export function useForm<V extends object>(initial: V | (() => V)): FormModel<V> {
  const [values, setValues] = useState<V>(initial);
  const [refusal, setRefusal] = useState<Refusal>({ errors: {}, attempt: 0 });
  const [busy, setBusy] = useState(false);
  const running = useRef(false);
  const first = useRef(values);
  const set = (change: Partial<V>): void => {
    setValues((now) => ({ ...now, ...change }));
  };
  const refuse = (errors: Errors, general?: string): void => {
    setRefusal((now) => ({ errors, general, attempt: now.attempt + 1 }));
  };
  const bind = (name: keyof V & string) => ({ id: name, error: refusal.errors[name] });
  return {
    values,
    ...refusal,
    general: refusal.general,
    busy,
    set,
    text: (name) => ({
      ...bind(name),
      value: String(values[name]),
      onValue: (value) => {
        setValues((now) => ({ ...now, [name]: value }));
      },
    }),
    flag: (name) => ({
      ...bind(name),
      checked: Boolean(values[name]),
      onChecked: (checked) => {
        setValues((now) => ({ ...now, [name]: checked }));
      },
    }),
    refuse,
    refuseWith: (failure, own = {}, ids = {}) => {
      const errors = errorsOf(failure, own, ids);
      refuse(
        errors,
        Object.keys(errors).length === 0 ? failureWords(failure, values !== first.current) : undefined,
      );
    },
    run: async (work) => {
      if (running.current) return;
      running.current = true;
      setBusy(true);
      try {
        await work();
      } finally {
        running.current = false;
        setBusy(false);
      }
    },
  };
}
