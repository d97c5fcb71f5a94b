/** What a diary can be taken away as. In a file of its own: a page that lists them needs no schemas. */
export const EXPORT_FORMATS = ['excel', 'pdf', 'csv', 'json', 'fhir'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
