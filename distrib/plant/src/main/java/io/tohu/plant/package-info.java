/**
 * A machine to connect to: a simulated pump skid, or a recording that is replayed, behind OPC UA and Modbus TCP servers
 * and a control over HTTP, in a process of its own.
 */
package io.tohu.plant;
