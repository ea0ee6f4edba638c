/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.opcua.internal.link;

import io.tohu.opcua.internal.security.RefusedServerException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.UaServiceFaultException;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;

/** Turns what the stack throws into one sentence for an operator. */
public final class Failures {

    /** Causes that a plain status text leaves open; what to do is said with them. */
    private static final Map<Long, String> ADVICE = Map.of(
            StatusCodes.Bad_UserAccessDenied, "the server refuses this user: check user name, password and rights",
            StatusCodes.Bad_IdentityTokenRejected, "the server refuses user name, password or user certificate",
            StatusCodes.Bad_UserSignatureInvalid,
                    "the server does not accept the proof of the user certificate: its key may be another one",
            StatusCodes.Bad_IdentityTokenInvalid, "the server does not understand this way to log in",
            StatusCodes.Bad_TooManySessions, "the server has no free session: close others or raise its limit");

    /** What servers say to a client whose certificate they do not trust, some of them on purpose vaguely. */
    private static final Set<Long> CLIENT_REFUSED = Set.of(
            StatusCodes.Bad_SecurityChecksFailed,
            StatusCodes.Bad_CertificateUntrusted,
            StatusCodes.Bad_CertificateInvalid,
            StatusCodes.Bad_CertificateChainIncomplete,
            StatusCodes.Bad_CertificateUriInvalid);

    private static final Set<Long> SESSION_ENDS = Set.of(
            StatusCodes.Bad_SessionClosed,
            StatusCodes.Bad_SessionIdInvalid,
            StatusCodes.Bad_SessionNotActivated,
            StatusCodes.Bad_SecureChannelClosed,
            StatusCodes.Bad_SecureChannelIdInvalid,
            StatusCodes.Bad_ConnectionClosed,
            StatusCodes.Bad_ServerHalted,
            StatusCodes.Bad_Shutdown);

    private Failures() {}

    /** Why it failed, without endpoint; never empty. */
    public static String describe(Throwable failure) {
        Throwable root = failure;
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof UnknownHostException || t instanceof UnresolvedAddressException) {
                return "the host name is not known";
            } else if (t instanceof NoRouteToHostException) {
                return "no route to the host";
            } else if (isTimeout(t)) {
                return "no answer in time";
            } else if (t instanceof ConnectException) {
                return "connection refused: no server listens there";
            }
            if (t instanceof RefusedServerException refused) {
                return refused.getMessage();
            } else if (t instanceof UaException ua) {
                String advice = ADVICE.get(ua.getStatusCode().value());
                if (advice != null) {
                    return advice + " (" + StatusText.name(ua.getStatusCode()) + ")";
                }
            }
            root = t;
        }
        if (root instanceof UaException ua) {
            if (!ua.getStatusCode().isBad()) {
                return "the server ended the connection with an error message that names no reason";
            }
            return StatusText.of(ua.getStatusCode());
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }

    /** The answer of a server that is there but refused the request, or null when the link itself failed. */
    static UaServiceFaultException serviceFault(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof UaServiceFaultException fault) {
                return fault;
            }
        }
        return null;
    }

    /** Whether a refusal means that the session is gone, rather than that the request was wrong. */
    static boolean endsSession(StatusCode status) {
        return SESSION_ENDS.contains(status.value());
    }

    /**
     * Whether the server seems to refuse the certificate of this client. Some servers end the connection then with an
     * error whose status is no error.
     */
    static boolean clientRefused(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof RefusedServerException) {
                return false;
            } else if (t instanceof UaException ua
                    && (CLIENT_REFUSED.contains(ua.getStatusCode().value())
                            || !ua.getStatusCode().isBad())) {
                return true;
            }
        }
        return false;
    }

    /** Whether the server hung up without a word, which some do instead of refusing a certificate. */
    static boolean hungUp(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof UaException ua && ua.getStatusCode().value() == StatusCodes.Bad_ConnectionClosed) {
                return true;
            }
        }
        return false;
    }

    /** Whether the other side spoke OPC UA, be it to refuse. */
    static boolean serverAnswered(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof UaException ua
                    && !isTimeout(t)
                    && ua.getStatusCode().value() != StatusCodes.Bad_ConnectionRejected) {
                return true;
            }
        }
        return false;
    }

    private static boolean isTimeout(Throwable t) {
        return t instanceof TimeoutException
                || t.getClass().getSimpleName().equals("ConnectTimeoutException")
                || t instanceof UaException ua && ua.getStatusCode().value() == StatusCodes.Bad_Timeout;
    }
}
