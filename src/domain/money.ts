const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'))

/** Whether the text is a code of ISO 4217, as far as this runtime knows them. */
export const isCurrency = (text: string): boolean => CURRENCIES.has(text)
