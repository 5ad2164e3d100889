// Whether a page is valid HTML, by an independent validator.

import { HtmlValidate } from 'html-validate';

const validator = new HtmlValidate({ extends: ['html-validate:standard', 'html-validate:a11y'] });

/** What the validator finds wrong, a line each. */
export async function mistakes(html) {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) => messages.map((one) => `${one.ruleId}, line ${one.line}: ${one.message}`));
}
