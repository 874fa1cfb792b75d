/**
 * Saksama in a browser or under Node: lints Indonesian texts with the module that `tests/wasm/run` builds.
 *
 * Places are offsets into JavaScript's own strings, half-open: `text.slice(finding.start, finding.end)`.
 */

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export class Saksama {
  #module;
  #exports;
  #settings;

  constructor(module, settings) {
    this.#module = module;
    this.#settings = settings;
  }

  /**
   * Starts a linter.
   *
   * @param {BufferSource | WebAssembly.Module | Response | Promise<Response>} source the module, or `fetch` of it
   * @param {{lang?: "id" | "en", configuration?: string}} settings messages' language, the text of a `saksama.toml`
   * @returns {Promise<Saksama>} rejects with a {@link ConfigurationError} when something is wrong with the configuration
   */
  static async start(source, settings = {}) {
    const given = await source;
    const saksama = new Saksama(await compiled(given), settings);
    await saksama.#begin();
    return saksama;
  }

  /**
   * What the rules say of `text`, sorted by place.
   *
   * Ask again with every change: only what has changed is looked at anew.
   *
   * @param {string} text
   * @param {string} name the file's name: its ending says how the text is marked up
   */
  lint(text, name = "draf.md") {
    return this.#ask("saksama_lint", { name, text }).diagnostics;
  }

  async #begin() {
    this.#exports = (await WebAssembly.instantiate(this.#module, {})).exports;
    const { mistakes } = this.#ask("saksama_configure", this.#settings);
    if (mistakes.length > 0) throw new ConfigurationError(mistakes);
  }

  #ask(method, request) {
    const asked = encoder.encode(JSON.stringify(request));
    const { memory, saksama_input, saksama_output } = this.#exports;
    const input = saksama_input(asked.length);
    new Uint8Array(memory.buffer, input, asked.length).set(asked);
    const length = this.#exports[method]();
    const answer = JSON.parse(decoder.decode(new Uint8Array(memory.buffer, saksama_output(), length)));
    if (answer.error) throw new Error(answer.error);
    return answer;
  }
}

/** A configuration is wrong: `mistakes` says where (`start`, `end`), what (`message`), and what to do (`hint`). */
export class ConfigurationError extends Error {
  constructor(mistakes) {
    super(mistakes.map((mistake) => mistake.message).join("; "));
    this.name = "ConfigurationError";
    this.mistakes = mistakes;
  }
}

async function compiled(given) {
  if (given instanceof WebAssembly.Module) return given;
  if (typeof Response !== "undefined" && given instanceof Response) return WebAssembly.compileStreaming(given);
  return WebAssembly.compile(given);
}
