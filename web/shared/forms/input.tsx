import { createElement, type LooseInputHTMLAttributes, type VNode } from 'preact';

/** An `<input>` whose type is only known when it is drawn; the typed element takes one literal type at a time. */
export const Input = (props: LooseInputHTMLAttributes): VNode => createElement('input', props);
