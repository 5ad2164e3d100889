// What is done on a phone again and again: the list, a row of it, a new order, the sheets.

/** A hand on the phone that shows `page()`; the desk gives it its orders. */
export function handOn(page, desk) {
  const hand = {
    row: (title) => page().locator('a.order-row').filter({ hasText: title }),
    goes: (hash) => page().evaluate((to) => { window.location.hash = to; }, hash),
    home: () => hand.goes('#/'),

    /** Shows an order of the list. */
    async opens(title) {
      await hand.home();
      await hand.row(title).first().click();
      await page().locator('h2').filter({ hasText: title }).first().waitFor();
    },

    /** An order that asks for nothing comes to the phone, and is shown. Answers its id. */
    async gets(order, asks = { checklist: [], evidence: [] }) {
      await desk.decides('pothole', asks);
      const id = await desk.orders({ category: 'pothole', address: 'Rauhankatu 2', latitude: 60.1706, longitude: 24.9511, ...order });
      await hand.opens(order.title);
      return id;
    },

    /** Presses a step and waits for another that it leads to. */
    async moves(step, next) {
      await page().locator(`[data-move="${step}"]`).click();
      await page().locator(`[data-move="${next}"]`).waitFor();
    },

    /** As `gets`, and the work has begun. */
    async begins(order, asks) {
      const id = await hand.gets(order, asks);
      await hand.moves('start', 'finish');
      return id;
    },

    sheet: () => page().getByRole('dialog'),
    /** Presses the button of the open sheet, which closes when it is saved. */
    async saves(words) {
      await hand.sheet().locator('button[type=submit]').getByText(words, { exact: true }).click();
      await hand.sheet().waitFor({ state: 'detached' });
    },
  };
  return hand;
}
