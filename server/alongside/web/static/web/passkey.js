/**
 * The one script of the desk: it hands the page's question to the browser's passkeys, puts the
 * answer into the form and sends it. Without scripts the way with a code works whole.
 */

/** @param {string} text */
function bytesOf(text) {
	const plain = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
	return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}

/** @param {ArrayBuffer} raw */
function textOf(raw) {
	const letters = Array.from(new Uint8Array(raw), (byte) => String.fromCharCode(byte));
	return btoa(letters.join("")).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** @param {{id: string}[] | undefined} known @returns {PublicKeyCredentialDescriptor[]} */
function described(known) {
	return (known ?? []).map(({ id }) => ({ type: "public-key", id: bytesOf(id) }));
}

/** @param {any} question */
async function make(question) {
	const publicKey = {
		...question,
		challenge: bytesOf(question.challenge),
		user: { ...question.user, id: bytesOf(question.user.id) },
		excludeCredentials: described(question.excludeCredentials),
	};
	const made = /** @type {PublicKeyCredential} */ (await navigator.credentials.create({ publicKey }));
	const answer = /** @type {AuthenticatorAttestationResponse} */ (made.response);
	return answered(made, { attestationObject: textOf(answer.attestationObject) });
}

/** @param {any} question */
async function show(question) {
	const publicKey = {
		...question,
		challenge: bytesOf(question.challenge),
		allowCredentials: described(question.allowCredentials),
	};
	const shown = /** @type {PublicKeyCredential} */ (await navigator.credentials.get({ publicKey }));
	const answer = /** @type {AuthenticatorAssertionResponse} */ (shown.response);
	return answered(shown, {
		authenticatorData: textOf(answer.authenticatorData),
		signature: textOf(answer.signature),
	});
}

/** @param {PublicKeyCredential} passkey @param {Record<string, string>} more */
function answered({ id, rawId, type, response }, more) {
	const told = { clientDataJSON: textOf(response.clientDataJSON), ...more };
	return JSON.stringify({ id, rawId: textOf(rawId), type, response: told });
}

/** @param {unknown} trouble */
function nameOf(trouble) {
	const name = trouble instanceof DOMException ? trouble.name : "";
	if (name === "NotAllowedError" || name === "AbortError") return "stopped";
	return name === "InvalidStateError" ? "known" : "cannot";
}

/** @param {HTMLFormElement} form @param {string | null} name */
function tell(form, name) {
	for (const note of form.querySelectorAll("[data-trouble]")) {
		if (note instanceof HTMLElement) note.hidden = note.dataset.trouble !== name;
	}
}

/** @param {HTMLFormElement} form */
async function ask(form) {
	tell(form, null);
	const answer = /** @type {HTMLInputElement} */ (form.elements.namedItem("answer"));
	const question = JSON.parse(form.dataset.question ?? "");
	answer.value = await (form.dataset.deed === "make" ? make(question) : show(question));
	form.submit();
}

const form = document.querySelector("form[data-question]");
if (form instanceof HTMLFormElement) {
	form.hidden = false;
	form.addEventListener("submit", (event) => {
		event.preventDefault();
		ask(form).catch((trouble) => tell(form, nameOf(trouble)));
	});
}
