// What a picture shows at some places, measured by the browser.

/** The colours at shares of width and height, as [red, green, blue] each. */
export function colours(page, jpeg, places) {
  return page.evaluate(
    async ([base64, places]) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const picture = await createImageBitmap(new Blob([bytes], { type: 'image/jpeg' }));
      const pen = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
      pen.drawImage(picture, 0, 0);
      return places.map(([across, down]) => [...pen.getImageData(across * picture.width, down * picture.height, 1, 1).data].slice(0, 3));
    },
    [jpeg.toString('base64'), places],
  );
}
