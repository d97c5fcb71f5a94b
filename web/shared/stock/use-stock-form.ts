import { useEffect, useState } from 'preact/hooks';
import { type FormModel, useForm } from '../forms/use-form.ts';
import type { KeptForm, StockPlace } from './stock-place.ts';
import { type StockAct, useStockAct } from './use-stock-act.ts';

/** Staff's forms are kept nowhere: their screens are shared. */
function useNoDraft<V extends object>(_name: string, start: () => V): KeptForm<V> {
  const [form] = useState(() => ({ start: start(), keep: () => undefined, forget: () => undefined }));
  return form;
}

interface Given<V> {
  readonly place: StockPlace;
  readonly name: string;
  readonly start: () => V;
  readonly onDone: () => Promise<void>;
  readonly onCancel: () => void;
  /** The API's pointers as the ids of this form's fields. */
  readonly ids?: Readonly<Record<string, string>>;
}

interface StockForm<V> {
  readonly form: FormModel<V>;
  readonly act: StockAct;
  readonly cancel: () => void;
}

/** A form about the boxes and its sending; in a diary, what is typed is still there after a reload or a crash. */
export function useStockForm<V extends object>(given: Given<V>): StockForm<V> {
  const { place, name, start, onDone, onCancel, ids } = given;
  // A place is one or the other for as long as its forms are shown.
  const useKept = place.of === 'diary' ? place.useDraft : useNoDraft;
  const { start: first, keep, forget } = useKept(`stock/${name}`, start);
  const form = useForm(first);
  const { values } = form;
  useEffect(() => {
    if (values !== first) keep(values);
  }, [values]);
  const done = async (): Promise<void> => {
    forget();
    await onDone();
  };
  const cancel = (): void => {
    forget();
    onCancel();
  };
  return { form, act: useStockAct(place, form, done, ids), cancel };
}
