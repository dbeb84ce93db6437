/** A picture as it is sent: drawn anew, so that nothing but what one sees goes along (no place, no camera, no name). */

const longestSide = 1_600;
const quality = 0.85;

/**
 * @param {Blob} file
 * @returns {Promise<Blob | null>} a JPEG of at most 1,600 pixels; null if this browser sees no picture in it
 */
export async function pictureOf(file) {
	const bitmap = await bitmapOf(file);
	if (bitmap === null) return null;
	const scale = Math.min(1, longestSide / Math.max(bitmap.width, bitmap.height));
	const canvas = document.createElement("canvas");
	canvas.width = Math.max(1, Math.round(bitmap.width * scale));
	canvas.height = Math.max(1, Math.round(bitmap.height * scale));
	draw(canvas, bitmap);
	bitmap.close();
	return new Promise((drawn) => canvas.toBlob(drawn, "image/jpeg", quality));
}

/** @param {Blob} file */
async function bitmapOf(file) {
	try {
		return await createImageBitmap(file, { imageOrientation: "from-image" });
	} catch {
		return null;
	}
}

/** What can be seen through becomes white. @param {HTMLCanvasElement} canvas @param {ImageBitmap} bitmap */
function draw(canvas, bitmap) {
	const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
	pen.fillStyle = "#fff";
	pen.fillRect(0, 0, canvas.width, canvas.height);
	pen.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
}
