/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */

// node opcua-server.js <port> <folder for keys> <open|strict>
// A node-opcua server with None and Basic256Sha256. v0 to v999 hold their number, counter goes up every 50 ms, written
// takes what is written, text, bytes and floats have other types. An open server takes every client's certificate, a
// strict one only those that somebody has moved to its trusted folder.
"use strict";

const path = require("path");
const { OPCUAServer } = require("node-opcua-server");
const { OPCUACertificateManager } = require("node-opcua-certificate-manager");
const { MessageSecurityMode, SecurityPolicy } = require("node-opcua-secure-channel");
const { DataType, Variant, VariantArrayType } = require("node-opcua-variant");

const VARIABLES = 1000;
const COUNTER_MILLIS = 50;
// Lines that a test breaks leave connections and sessions behind, which end by themselves later.
const MANY = 1000;
const [port, folder, trust] = process.argv.slice(2);

function variable(namespace, id, dataType, value, more) {
  namespace.addVariable({
    organizedBy: namespace.addressSpace.rootFolder.objects,
    nodeId: "s=" + id,
    browseName: id,
    dataType,
    ...more,
    value,
  });
}

function fill(addressSpace) {
  const namespace = addressSpace.getOwnNamespace();
  for (let i = 0; i < VARIABLES; i++) {
    variable(namespace, "v" + i, "Double", { dataType: DataType.Double, value: i });
  }
  let count = 0;
  setInterval(() => count++, COUNTER_MILLIS);
  variable(
    namespace,
    "counter",
    "Int32",
    { get: () => new Variant({ dataType: DataType.Int32, value: count }) },
    { minimumSamplingInterval: COUNTER_MILLIS },
  );
  variable(namespace, "written", "Int32", { dataType: DataType.Int32, value: 0 });
  variable(namespace, "text", "String", { dataType: DataType.String, value: "käse" });
  variable(namespace, "big", "UInt32", { dataType: DataType.UInt32, value: 4294967295 });
  variable(namespace, "bytes", "ByteString", { dataType: DataType.ByteString, value: Buffer.from([1, 2, 255]) });
  variable(
    namespace,
    "floats",
    "Float",
    { dataType: DataType.Float, arrayType: VariantArrayType.Array, value: new Float32Array([1.5, -2.25, 3]) },
    { valueRank: 1, arrayDimensions: [3] },
  );
}

async function main() {
  const manager = new OPCUACertificateManager({
    rootFolder: path.join(folder, "pki"),
    automaticallyAcceptUnknownCertificate: trust === "open",
  });
  await manager.initialize();
  const server = new OPCUAServer({
    host: "127.0.0.1",
    hostname: "127.0.0.1",
    port: Number(port),
    resourcePath: "/peer",
    allowAnonymous: true,
    maxConnectionsPerEndpoint: MANY,
    serverCapabilities: { maxSessions: MANY },
    securityPolicies: [SecurityPolicy.None, SecurityPolicy.Basic256Sha256],
    securityModes: [MessageSecurityMode.None, MessageSecurityMode.Sign, MessageSecurityMode.SignAndEncrypt],
    serverCertificateManager: manager,
    userManager: { isValidUser: (name, password) => name === "operator" && password === "correct" },
    serverInfo: { applicationUri: "urn:tohu:test:peer" },
  });
  await server.initialize();
  fill(server.engine.addressSpace);
  await server.start();
  console.log("peer ready");
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
