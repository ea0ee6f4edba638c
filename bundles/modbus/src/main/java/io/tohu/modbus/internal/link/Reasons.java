/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.modbus.internal.link;

import com.digitalpetri.modbus.exceptions.ModbusCrcException;
import com.digitalpetri.modbus.exceptions.ModbusResponseException;
import io.netty.channel.ConnectTimeoutException;
import io.tohu.modbus.internal.link.ExchangeException.Kind;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.BufferUnderflowException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** Puts what libraries throw into words. */
public final class Reasons {

    private Reasons() {}

    /** What failed, without the wrapping that futures put around it. */
    public static Throwable root(Throwable thrown) {
        Throwable t = thrown;
        while ((t instanceof CompletionException || t instanceof ExecutionException) && t.getCause() != null) {
            t = t.getCause();
        }
        return t;
    }

    /** Why a connection could not be made. */
    public static String connecting(Throwable thrown) {
        Throwable t = root(thrown);
        return t instanceof IllegalArgumentException || t instanceof PortException
                ? text(t)
                : "cannot connect: " + connectingWords(t);
    }

    private static String connectingWords(Throwable t) {
        if (t instanceof ConnectTimeoutException) {
            return "no answer: is the device on, and the address right?";
        }
        if (t instanceof NoRouteToHostException) {
            return "no route to this host";
        }
        if (t instanceof ConnectException) {
            return "connection refused: nothing listens on this port";
        }
        if (t instanceof UnresolvedAddressException || t instanceof UnknownHostException) {
            return "unknown host name";
        }
        return text(t);
    }

    /** Why a request failed, as an {@link ExchangeException}. */
    public static ExchangeException exchange(Throwable thrown) {
        Throwable t = root(thrown);
        if (t instanceof ExchangeException e) {
            return e;
        }
        if (t instanceof ModbusResponseException e) {
            return ExchangeException.refused(e.getFunctionCode(), e.getExceptionCode());
        }
        if (t instanceof ModbusCrcException) {
            return new ExchangeException(Kind.DAMAGED, "the reply was damaged on the way (checksum)");
        }
        if (t instanceof TimeoutException) {
            return new ExchangeException(Kind.NO_REPLY, "no reply (" + text(t) + ")");
        }
        if (t instanceof BufferUnderflowException) {
            return new ExchangeException(Kind.BAD_REPLY, "the reply is cut off");
        }
        return new ExchangeException(Kind.BAD_REPLY, "no valid reply: " + text(t));
    }

    private static String text(Throwable t) {
        return t.getMessage() == null ? t.getClass().getSimpleName() : t.getMessage();
    }
}
