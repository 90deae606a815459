// Loaded before a command of somebody else's: prints where it would connect to, and lets it reach nobody.
const { lookup } = require("node:dns");
const { Socket: DatagramSocket } = require("node:dgram");
const { Socket } = require("node:net");
const { writeSync } = require("node:fs");

const refuse = (what) => {
  writeSync(2, `CONNECTS ${what}\n`);
  throw new Error("No command reaches anybody here.");
};
Socket.prototype.connect = (...args) => {
  const [first] = args.flat();
  return refuse(typeof first === "object" ? (first.host ?? first.path) : String(first));
};
DatagramSocket.prototype.send = () => refuse("a datagram");
require("node:dns").lookup = (name, ...rest) => (name === "localhost" ? lookup(name, ...rest) : refuse(name));
