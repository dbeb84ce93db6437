/** Something the page protocol/envelope.md does not allow, or this device cannot do; `code` says what. */
export class Refusal extends Error {
	/**
	 * @param {string} code
	 * @param {unknown} [detail] small and safe to show: a number, a place, a field's name
	 */
	constructor(code, detail) {
		super(code);
		this.name = "Refusal";
		this.code = code;
		this.detail = detail;
	}
}

/**
 * The server's fault: a conversation stops here for good.
 * `code` is the cause: chain, number, counter, seen, member, epoch, header, held-back, rolled-back, frame.
 */
export class Trouble extends Refusal {}
