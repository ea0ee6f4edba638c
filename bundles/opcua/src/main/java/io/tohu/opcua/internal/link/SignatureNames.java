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

import org.eclipse.milo.opcua.stack.core.security.SecurityAlgorithm;
import org.eclipse.milo.opcua.stack.core.types.UaResponseMessageType;
import org.eclipse.milo.opcua.stack.core.types.structured.CreateSessionResponse;
import org.eclipse.milo.opcua.stack.core.types.structured.SignatureData;

/**
 * Servers made with node-opcua call RSASSA-PSS by the name that it has in XML, not by that of Part 7, and the stack, which
 * knows only the latter, would refuse them. The signature is verified all the same.
 */
final class SignatureNames {

    private static final String PSS_IN_XML = "http://www.w3.org/2001/04/xmldsig-more#rsa-pss-sha256";

    private SignatureNames() {}

    /** The answer with the name that the stack knows. */
    static UaResponseMessageType known(UaResponseMessageType answer) {
        if (!(answer instanceof CreateSessionResponse session)
                || session.getServerSignature() == null
                || !PSS_IN_XML.equals(session.getServerSignature().getAlgorithm())) {
            return answer;
        }
        return new CreateSessionResponse(
                session.getResponseHeader(),
                session.getSessionId(),
                session.getAuthenticationToken(),
                session.getRevisedSessionTimeout(),
                session.getServerNonce(),
                session.getServerCertificate(),
                session.getServerEndpoints(),
                session.getServerSoftwareCertificates(),
                new SignatureData(
                        SecurityAlgorithm.RsaSha256Pss.getUri(),
                        session.getServerSignature().getSignature()),
                session.getMaxRequestMessageSize());
    }
}
