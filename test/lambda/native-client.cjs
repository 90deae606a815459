// AWS's runtime client talks to the Runtime API through a compiled module, which npm does not ship ready made.
// This stands in for that module, in plain Node, so that the client itself runs unchanged.
const http = require("node:http");
const Module = require("node:module");

const [host, port] = process.env.AWS_LAMBDA_RUNTIME_API.split(":");
const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });

function call(method, path, body, headers) {
  return new Promise((resolve, reject) => {
    const request = http.request(
      { host, port, method, agent, headers, path: `/2018-06-01/runtime/invocation/${path}` },
      (response) => {
        const chunks = [];
        response.on("data", (chunk) => chunks.push(chunk));
        response.on("end", () => resolve({ bodyJson: Buffer.concat(chunks).toString(), headers: response.headers }));
      },
    );
    request.on("error", reject);
    request.end(body);
  });
}

// Answers are sent one after the other, and the next event is asked for when they have arrived.
let sent = Promise.resolve();
function post(path, text, headers = {}) {
  const body = Buffer.from(text);
  sent = sent.then(() =>
    call("POST", path, body, { "content-type": "application/json", "content-length": body.length, ...headers }),
  );
  sent.catch(() => process.exit(1));
}

const nativeClient = {
  initializeClient() {},
  next: () => sent.then(() => call("GET", "next")),
  done: (id, text) => post(`${id}/response`, text),
  error: (id, text, cause) => post(`${id}/error`, text, { "Lambda-Runtime-Function-XRay-Error-Cause": cause }),
};

const load = Module._load;
Module._load = (id, ...rest) => (id.endsWith("rapid-client.node") ? nativeClient : load(id, ...rest));
