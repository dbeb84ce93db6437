/**
 * How this device reaches the house. Tests hand in others.
 * @returns {{fetch: import("./request.js").Fetch, connect: (url: string, protocol: string) => WebSocket, base: string}}
 */
export function network() {
	return {
		fetch: (url, options) => fetch(url, options),
		connect: (url, protocol) => new WebSocket(socketAddress(url), protocol),
		base: location.origin,
	};
}

/** @param {string} path as the installation names it */
function socketAddress(path) {
	const url = new URL(path, location.href);
	url.protocol = url.protocol === "http:" ? "ws:" : url.protocol === "https:" ? "wss:" : url.protocol;
	return url.href;
}
