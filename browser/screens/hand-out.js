/** Gives the person a file of their own: the browser asks where, or puts it with the downloads. */

/**
 * @param {string} filename
 * @param {Blob} file
 */
export function handOut(filename, file) {
	const url = URL.createObjectURL(file);
	const link = document.createElement("a");
	link.href = url;
	link.download = filename;
	link.click();
	URL.revokeObjectURL(url);
}
