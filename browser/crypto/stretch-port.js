// The crypto worker's end of the port to a stretch worker.

import { Refusal } from "./refusal.js";

/** @param {MessagePort} port @returns {import("./sealed-core.js").Stretch} */
export function stretchThrough(port) {
	return (phrase, salt) =>
		new Promise((resolve, reject) => {
			port.onmessage = ({ data: { mk, code } }) =>
				mk === undefined ? reject(new Refusal(code)) : resolve(mk);
			port.postMessage({ phrase, salt });
		});
}
