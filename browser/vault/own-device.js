/**
 * What a browser keeps when somebody says that it is their own: a secret that opens nothing without the house.
 * Whoever did not say so leaves nothing here, not even an empty database.
 * @typedef {{username: string, slotId: string, secret: string, pin: boolean, minutes: number, name: string, waiting: boolean}} Kept
 * Its own lock (a passkey) leaves nothing here; what speaks with it is fetched when somebody presses for it.
 * @typedef {{can: () => Promise<boolean>, bring: () => Promise<import("./passkey.js").PasskeyDevice>}} OwnLock
 * @typedef {{read: () => Promise<Kept | null>, keep: (kept: Kept) => Promise<void>, forget: () => Promise<void>}} DeviceStore
 */

const DATABASE = "room";
const STORE = "own";
const ONLY = "one";
const SECRET = 32;

/** Nothing is kept: tests, and browsers that cannot. @type {DeviceStore} */
export const nothingKept = {
	read: async () => null,
	keep: async () => {
		throw new CannotKeep();
	},
	forget: async () => undefined,
};

/** This browser's own store. @type {DeviceStore} */
export const thisBrowser = {
	async read() {
		const database = await opened({ make: false });
		if (database === null) return null;
		return (await within(database, "readonly", (store) => store.get(ONLY))) ?? null;
	},
	async keep(kept) {
		const database = await opened({ make: true });
		if (database === null) throw new CannotKeep();
		await within(database, "readwrite", (store) => store.put(kept, ONLY));
	},
	forget: () =>
		new Promise((done) => {
			const request = openDoor()?.deleteDatabase(DATABASE);
			if (request === undefined) return done();
			request.onsuccess = request.onerror = request.onblocked = () => done();
		}),
};

/** Whether this device's own lock may be offered here. @type {OwnLock} */
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

/** This browser keeps nothing, whatever it is asked. */
export class CannotKeep extends Error {
	code = "device-cannot-keep";
}

/** @param {(size: number) => Uint8Array} [chance] @returns {Uint8Array} what the device will keep */
export const newSecret = (chance = random) => chance(SECRET);

/** @param {number} size */
const random = (size) => crypto.getRandomValues(new Uint8Array(size));

function openDoor() {
	try {
		return indexedDB;
	} catch {
		return undefined;
	}
}

/**
 * The database, or null where there is none: looking makes none.
 * @param {{make: boolean}} how @returns {Promise<IDBDatabase | null>}
 */
function opened({ make }) {
	const request = openDoor()?.open(DATABASE, 1);
	return new Promise((done) => {
		if (request === undefined) return done(null);
		request.onupgradeneeded = () => {
			if (make) request.result.createObjectStore(STORE);
			else request.transaction?.abort();
		};
		request.onsuccess = () => done(request.result);
		request.onerror = (event) => {
			event.preventDefault();
			done(null);
		};
	});
}

/**
 * @param {IDBDatabase} database @param {IDBTransactionMode} mode @param {(store: IDBObjectStore) => IDBRequest} deed
 * @returns {Promise<any>} what the deed gave, once it is kept
 */
function within(database, mode, deed) {
	return new Promise((done, failed) => {
		const transaction = database.transaction(STORE, mode);
		const request = deed(transaction.objectStore(STORE));
		transaction.oncomplete = () => {
			database.close();
			done(request.result);
		};
		transaction.onabort = transaction.onerror = () => {
			database.close();
			failed(new CannotKeep());
		};
	});
}
