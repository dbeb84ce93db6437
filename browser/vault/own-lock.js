/**
 * Whether a device's own lock may be offered here. What speaks with it is fetched when somebody presses for it: a first visit stays light.
 * @typedef {object} OwnLock
 * @property {() => Promise<boolean>} can
 * @property {() => Promise<import("./passkey.js").PasskeyDevice>} bring
 */

/** This browser on this device. @type {OwnLock} */
export const ownLockHere = {
	/** Nobody is asked anything, and nothing is kept. */
	async can() {
		try {
			const { PublicKeyCredential: kind } = /** @type {any} */ (globalThis);
			const found = await kind.getClientCapabilities();
			return found["extension:prf"] === true && hasName(location.hostname);
		} catch {
			return false;
		}
	},
	bring: async () => (await import("./passkey.js")).passkeysHere,
};

/** A passkey belongs to a name; an address of numbers alone has none. @param {string} host */
export const hasName = (host) => host !== "" && !/^[\d.]+$|:|\[/u.test(host);
