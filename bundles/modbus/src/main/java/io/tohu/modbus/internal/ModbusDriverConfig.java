/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.modbus.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** The form of a Modbus driver. */
@ObjectClassDefinition(
        id = ModbusDriver.PID,
        name = "Modbus Driver (Tohu)",
        description = "Reads and writes one Modbus TCP device, the devices behind one gateway or converter, or those on"
                + " one serial line.")
@interface ModbusDriverConfig {

    @AttributeDefinition(
            name = "Host",
            description = "Host name or IP address of the device, gateway or converter. Not used with a serial port.")
    String host() default "localhost";

    @AttributeDefinition(
            name = "Port",
            min = "1",
            max = "65535",
            description = "TCP port. 502 is the standard one for Modbus TCP; converters have their own. Not used with a"
                    + " serial port.")
    int port() default 502;

    @AttributeDefinition(
            name = "Framing",
            options = {
                @Option(label = "Modbus TCP", value = "TCP"),
                @Option(label = "RTU over TCP", value = "RTU_OVER_TCP"),
                @Option(label = "RTU over a serial port", value = "RTU")
            },
            description = "Modbus TCP for devices and gateways that speak it. RTU over TCP for serial-to-Ethernet"
                    + " converters that pass the bytes of the serial line through: one request at a time then, and a"
                    + " new connection instead of a retry after each reply that is lost, since such replies cannot be"
                    + " told apart. RTU over a serial port for RS-485 and RS-232 at the gateway itself; it needs the"
                    + " package tohu-serial, and one driver serves all units of a line.")
    String framing() default "TCP";

    @AttributeDefinition(
            name = "Serial port",
            required = false,
            description = "Path of the port, for RTU over a serial port. Better than /dev/ttyUSB0 is a name under"
                    + " /dev/serial/by-id, which stays the same when adapters are plugged in another order. The user that"
                    + " Kura runs as needs access to it (group dialout).")
    String serial_port() default "";

    @AttributeDefinition(
            name = "Baud rate",
            min = "50",
            max = "4000000",
            description =
                    "Speed of the serial line in bits a second; the same at all devices. 19200 is the standard. Long"
                            + " or badly terminated lines want less.")
    int serial_baud_rate() default 19200;

    @AttributeDefinition(
            name = "Parity",
            options = {
                @Option(label = "Even", value = "EVEN"),
                @Option(label = "Odd", value = "ODD"),
                @Option(label = "None", value = "NONE")
            },
            description = "Check bit of each character on the serial line, as set at the devices. The standard is even;"
                    + " many devices leave the factory with none.")
    String serial_parity() default "EVEN";

    @AttributeDefinition(
            name = "Stop bits",
            options = {@Option(label = "1", value = "1"), @Option(label = "2", value = "2")},
            description = "The standard is 1 with a parity and 2 without; many devices have 1 without a parity.")
    int serial_stop_bits() default 1;

    @AttributeDefinition(
            name = "RS-485 direction by the port's driver",
            description = "For ports whose sender has to be switched on and off by their RTS line, when the system does"
                    + " not do it yet. USB adapters and most built-in RS-485 ports switch by themselves.")
    boolean serial_rs485() default false;

    @AttributeDefinition(
            name = "Connect timeout (ms)",
            min = "1",
            max = "600000",
            description = "How long to wait for a connection. Raise it for radio and satellite links. Not used with a"
                    + " serial port.")
    int connect_timeout() default 3000;

    @AttributeDefinition(
            name = "Request timeout (ms)",
            min = "1",
            max = "600000",
            description = "How long to wait for a reply. A PLC answers between two of its cycles, usually within 100"
                    + " ms; a gateway must also wait for its serial line, so give it a second or more. On a serial port"
                    + " the wire itself takes time: 125 registers take 0.3 s at 9600 baud. After a lost reply it stays"
                    + " silent for this long once more, so that a late one is not taken for another's.")
    int request_timeout() default 1000;

    @AttributeDefinition(
            name = "Retries",
            min = "0",
            max = "10",
            description = "How often a read without reply is sent again. Writes are never repeated by themselves: the"
                    + " device may have carried out the first one.")
    int request_retries() default 1;

    @AttributeDefinition(
            name = "Pause between requests (ms)",
            min = "0",
            max = "60000",
            description = "Rest between a reply and the next request. 0 for most devices. Small PLCs serve Modbus"
                    + " beside their program and drop or mix up requests that come too soon: then try 60 ms. With a"
                    + " pause only one request is in flight. On a serial port the silence that ends a frame (3.5"
                    + " characters) is kept anyway.")
    int request_pause() default 0;

    @AttributeDefinition(
            name = "Requests in flight",
            min = "1",
            max = "32",
            description = "Requests sent before the first of them is answered. More is faster on slow networks; 1 for"
                    + " devices and gateways that cannot queue requests. Over RTU always 1.")
    int requests_in_flight() default 1;

    @AttributeDefinition(
            name = "Rest for silent units (ms)",
            min = "0",
            max = "3600000",
            description =
                    "A unit that does not answer, while another behind the same gateway or converter does, is left"
                            + " alone for this long: waiting for it would hold up the others. 0 to ask always.")
    int silent_unit_rest() default 10000;

    @AttributeDefinition(
            name = "Reconnect after, at least (ms)",
            min = "10",
            max = "3600000",
            description = "Pause before the first attempt to reconnect. It doubles with each failure, less a random"
                    + " part, so that many gateways do not come back at the same moment.")
    int reconnect_min() default 1000;

    @AttributeDefinition(
            name = "Reconnect after, at most (ms)",
            min = "10",
            max = "3600000",
            description = "Longest pause between attempts: how long a device may be back before it is noticed.")
    int reconnect_max() default 30000;

    @AttributeDefinition(
            name = "Registers per request, at most",
            min = "1",
            max = "125",
            description = "Channels that lie close together are read in one request. 125 is the protocol's limit; the"
                    + " manual of the device may name a lower one.")
    int max_registers() default 125;

    @AttributeDefinition(
            name = "Bits per request, at most",
            min = "1",
            max = "2000",
            description = "The same for coils and discrete inputs. 2000 is the protocol's limit.")
    int max_bits() default 2000;

    @AttributeDefinition(
            name = "Gap to read along, at most",
            min = "0",
            max = "2000",
            description = "Registers or bits between two channels that may be read along when that saves a request."
                    + " 0 for devices where reading an unused or special register has an effect.")
    int max_gap() default 16;

    @AttributeDefinition(
            name = "Addresses count from",
            options = {@Option(label = "0", value = "0"), @Option(label = "1", value = "1")},
            description = "0 when the device's manual gives addresses as they travel, 1 when its first register is"
                    + " number 1. Applies to every channel. Leave out the leading digit of numbers such as 40001.")
    int address_base() default 0;

    @AttributeDefinition(
            name = "Ask again for refused addresses after (s)",
            min = "1",
            max = "86400",
            description = "An address that the device says it does not have is left alone for this long, or until the"
                    + " next connection.")
    int refused_retry() default 60;
}
