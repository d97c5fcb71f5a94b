/** An error as STS answers it. */
export interface StsRefusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

const refuse = (status: number, code: string, message: string): { readonly refused: StsRefusal } => ({
  refused: { status, code, message },
});

/** The request has a value that STS doesn't take. */
export const invalid = (message: string): { readonly refused: StsRefusal } =>
  refuse(400, 'ValidationError', message);

/** The caller may not, or isn't known. */
export const forbidden = (code: string, message: string): { readonly refused: StsRefusal } =>
  refuse(403, code, message);

/** Any other error of the request. */
export const faulty = (code: string, message: string): { readonly refused: StsRefusal } =>
  refuse(400, code, message);
