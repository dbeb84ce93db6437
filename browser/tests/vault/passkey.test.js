import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { hasName, ownLockHere } from "../../vault/own-device.js";
import { passkeysHere } from "../../vault/passkey.js";

const SLOT = new Uint8Array(16).fill(7);
const ASKED = { slotId: SLOT, salt: new Uint8Array(32).fill(1), username: "river-otter-4827" };
const secret = () => new Uint8Array(32).fill(9).buffer;
const kept = new Map(["navigator", "location", "PublicKeyCredential"].map((name) => [name, described(name)]));
const wishes = [];

function described(name) {
	return Object.getOwnPropertyDescriptor(globalThis, name);
}

afterEach(() => {
	wishes.length = 0;
	for (const [name, was] of kept) {
		delete globalThis[name];
		if (was) Object.defineProperty(globalThis, name, was);
	}
});

/** A browser whose device answers so. */
function browser({ create, get, host = "peers.example.org", can = { "extension:prf": true } } = {}) {
	const dropped = [];
	const deed = (given) => async (wish) => {
		wishes.push(wish.publicKey);
		return await given();
	};
	const credentials = { create: deed(create), get: deed(get) };
	const kind = {
		getClientCapabilities: async () => can,
		signalUnknownCredential: async (which) => dropped.push(which),
	};
	for (const [name, value] of [
		["navigator", { credentials }],
		["location", { hostname: host }],
		["PublicKeyCredential", kind],
	])
		Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
	return { dropped };
}

const credential = (prf, userHandle = SLOT.slice().buffer) => ({
	id: "abc",
	rawId: new ArrayBuffer(4),
	response: { userHandle },
	getClientExtensionResults: () => (prf === undefined ? {} : { prf }),
});
const said = (code) => (error) => error.code === code;
const refuses = (name) => async () => {
	throw new DOMException("no", name);
};

test("It is offered only where browser and address can do it", async () => {
	for (const [given, able] of [
		[{}, true],
		[{ can: { "extension:prf": false } }, false],
		[{ can: {} }, false],
		[{ host: "127.0.0.1" }, false],
		[{ host: "[::1]" }, false],
	]) {
		browser(given);
		assert.equal(await ownLockHere.can(), able);
	}
	delete globalThis.PublicKeyCredential;
	assert.equal(await ownLockHere.can(), false);
	assert.equal(hasName("localhost"), true);
	assert.equal(hasName(""), false);
});

test("A device that gives its secret at once is asked once, one that does not is asked again for the same passkey", async () => {
	browser({ create: () => credential({ enabled: true, results: { first: secret() } }) });
	assert.equal((await passkeysHere.make(ASKED)).byteLength, 32);
	assert.equal(wishes.length, 1);
	browser({
		create: () => credential({ enabled: true }),
		get: () => credential({ results: { first: secret() } }, null),
	});
	await passkeysHere.make(ASKED);
	assert.equal(wishes.at(-1).allowCredentials.length, 1);
});

test("What a device is told: an address, the made-up name, a random handle, and that its own lock is asked for", async () => {
	browser({ create: () => credential({ enabled: true, results: { first: secret() } }) });
	await passkeysHere.make(ASKED);
	const [{ rp, user, authenticatorSelection, attestation }] = wishes;
	assert.deepEqual(rp, { id: "peers.example.org", name: "peers.example.org" });
	assert.deepEqual(user, { id: SLOT, name: ASKED.username, displayName: ASKED.username });
	assert.equal(authenticatorSelection.userVerification, "required");
	assert.equal(authenticatorSelection.residentKey, "required");
	assert.equal(attestation, "none");
});

test("One that keeps no secret is said to be of no use, and taken off the list where that can be done", async () => {
	for (const prf of [undefined, {}, { enabled: false }]) {
		const { dropped } = browser({ create: () => credential(prf) });
		await assert.rejects(passkeysHere.make(ASKED), said("passkey-no-secret"));
		assert.deepEqual(dropped, [{ rpId: "peers.example.org", credentialId: "abc" }]);
	}
});

test("Nobody has to say who they are: any passkey of this address may answer, and says which way in it is", async () => {
	browser({ get: () => credential({ results: { first: secret() } }) });
	const { slotId, prf } = await passkeysHere.show({ salt: ASKED.salt });
	assert.deepEqual([slotId, prf.byteLength], [SLOT, 32]);
	assert.deepEqual(wishes[0].allowCredentials, []);
	assert.equal(wishes[0].userVerification, "required");
});

test("A passkey of the desk, one without a secret, and one that answers oddly are told", async () => {
	for (const odd of [
		credential({ results: { first: secret() } }, new ArrayBuffer(32)),
		credential({ results: { first: secret() } }, null),
		credential(undefined),
		credential({ results: { first: new ArrayBuffer(31) } }),
	]) {
		browser({ get: () => odd });
		await assert.rejects(passkeysHere.show({ salt: ASKED.salt }), said("passkey-other"));
	}
});

test("Whoever stops, waits too long, or has a device that cannot, hears which", async () => {
	browser({ create: refuses("NotAllowedError"), get: refuses("NotAllowedError") });
	await assert.rejects(passkeysHere.make(ASKED), said("passkey-not-made"));
	await assert.rejects(passkeysHere.show({ salt: ASKED.salt }), said("passkey-stopped"));
	for (const name of ["SecurityError", "NotSupportedError", "ConstraintError"]) {
		browser({ create: refuses(name), get: refuses(name) });
		await assert.rejects(passkeysHere.make(ASKED), said("passkey-cannot"));
	}
});
