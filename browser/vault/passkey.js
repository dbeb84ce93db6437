/**
 * This device's passkeys. A browser gives what one answers to a page alone, never to a worker: here it passes through, and is
 * handed on at once. The rest of what comes with it (who signed what) is looked at by nobody and goes nowhere.
 * @typedef {{slotId: Uint8Array, prf: ArrayBuffer}} Shown which way in it is for, and the secret it gives for our question
 * @typedef {object} PasskeyDevice
 * @property {(given: {slotId: Uint8Array, salt: Uint8Array, username: string}) => Promise<ArrayBuffer>} make
 * @property {(given: {salt: Uint8Array}) => Promise<Shown>} show
 */

const SLOT_ID = 16;
const SECRET = 32;
const FIVE_MINUTES = 300_000;
/** Ed25519, P-256, RSA: whichever a device has. Nobody checks what it signs. */
const KINDS = [-8, -7, -257];

/** What went wrong, as a screen says it. */
export class PasskeyTrouble extends Error {
	/** @param {string} code */
	constructor(code) {
		super(code);
		this.code = code;
	}
}

/** The passkeys of this browser and this device. @type {PasskeyDevice} */
export const passkeysHere = {
	async make({ slotId, salt, username }) {
		const made = await asked("passkey-not-made", () =>
			navigator.credentials.create({ publicKey: wish({ slotId, salt, username }) }),
		);
		const { enabled, results } = prfOf(made);
		if (results?.first !== undefined) return secretIn(results.first);
		if (enabled === true) return (await answered(salt, [{ type: "public-key", id: made.rawId }])).prf;
		await dropped(made.id);
		throw new PasskeyTrouble("passkey-no-secret");
	},

	async show({ salt }) {
		const { userHandle, prf } = await answered(salt, []);
		if (userHandle?.byteLength !== SLOT_ID) throw new PasskeyTrouble("passkey-other");
		return { slotId: new Uint8Array(userHandle), prf };
	},
};

/** One that is found again without a name, behind the device's own lock. @param {{slotId: Uint8Array, salt: Uint8Array, username: string}} given @returns {any} */
const wish = ({ slotId, salt, username }) => ({
	// The address, not the programme's name: a list of passkeys tells no more than the address bar.
	rp: { id: location.hostname, name: location.hostname },
	user: { id: slotId, name: username, displayName: username },
	challenge: chance(),
	pubKeyCredParams: KINDS.map((alg) => ({ type: "public-key", alg })),
	authenticatorSelection: {
		...{ residentKey: "required", requireResidentKey: true, userVerification: "required" },
	},
	attestation: "none",
	timeout: FIVE_MINUTES,
	extensions: { prf: { eval: { first: salt } } },
});

/** @param {Uint8Array} salt @param {{type: "public-key", id: ArrayBuffer}[]} known empty: whichever the person chooses */
async function answered(salt, known) {
	const found = await asked("passkey-stopped", () =>
		navigator.credentials.get({
			publicKey: {
				...{ rpId: location.hostname, challenge: chance(), allowCredentials: known },
				...{ userVerification: /** @type {const} */ ("required"), timeout: FIVE_MINUTES },
				extensions: /** @type {any} */ ({ prf: { eval: { first: salt } } }),
			},
		}),
	);
	const { userHandle } = /** @type {AuthenticatorAssertionResponse} */ (found.response);
	const first = prfOf(found).results?.first;
	if (first === undefined) throw new PasskeyTrouble("passkey-other");
	return { userHandle, prf: secretIn(first) };
}

/** @param {string} stopped what it means that nothing came @param {() => Promise<Credential | null>} deed @returns {Promise<PublicKeyCredential>} */
async function asked(stopped, deed) {
	try {
		return /** @type {PublicKeyCredential} */ (await deed());
	} catch (error) {
		const { name } = /** @type {DOMException} */ (error);
		const isStopped = name === "NotAllowedError" || name === "AbortError";
		throw new PasskeyTrouble(isStopped ? stopped : "passkey-cannot");
	}
}

/** @param {PublicKeyCredential} credential @returns {{enabled?: boolean, results?: {first?: ArrayBuffer}}} */
const prfOf = (credential) => /** @type {any} */ (credential.getClientExtensionResults()).prf ?? {};

/** @param {ArrayBuffer} first */
function secretIn(first) {
	if (!(first instanceof ArrayBuffer) || first.byteLength !== SECRET)
		throw new PasskeyTrouble("passkey-other");
	return first;
}

/** One that opens nothing is taken off the device's list, where a browser knows how. @param {string} credentialId */
async function dropped(credentialId) {
	try {
		const { PublicKeyCredential: kind } = /** @type {any} */ (globalThis);
		await kind.signalUnknownCredential({ rpId: location.hostname, credentialId });
	} catch {
		// It stays on the device; the screen says where to look.
	}
}

const chance = () => crypto.getRandomValues(new Uint8Array(SECRET));
