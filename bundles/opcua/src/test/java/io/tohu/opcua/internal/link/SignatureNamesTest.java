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

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned;
import org.eclipse.milo.opcua.stack.core.types.structured.CreateSessionResponse;
import org.eclipse.milo.opcua.stack.core.types.structured.SignatureData;
import org.junit.jupiter.api.Test;

class SignatureNamesTest {

    private static final String OF_PART_7 = "http://opcfoundation.org/UA/security/rsa-pss-sha2-256";
    private static final ByteString SIGNATURE = ByteString.of(new byte[] {1, 2, 3});

    @Test
    void theNameThatNodeOpcuaGivesRsaPssIsUnderstoodAndTheSignatureIsKept() {
        SignatureData signature = named("http://www.w3.org/2001/04/xmldsig-more#rsa-pss-sha256");
        assertThat(signature.getAlgorithm()).isEqualTo(OF_PART_7);
        assertThat(signature.getSignature()).isEqualTo(SIGNATURE);
    }

    @Test
    void everyOtherNameIsLeftToTheStackToJudge() {
        assertThat(named(OF_PART_7).getAlgorithm()).isEqualTo(OF_PART_7);
        assertThat(named("urn:none").getAlgorithm()).isEqualTo("urn:none");
        assertThat(named(null).getAlgorithm()).isNull();
    }

    private static SignatureData named(String algorithm) {
        CreateSessionResponse answer = new CreateSessionResponse(
                null,
                NodeId.NULL_VALUE,
                NodeId.NULL_VALUE,
                1000.0,
                ByteString.NULL_VALUE,
                ByteString.NULL_VALUE,
                null,
                null,
                new SignatureData(algorithm, SIGNATURE),
                Unsigned.uint(0));
        return ((CreateSessionResponse) SignatureNames.known(answer)).getServerSignature();
    }
}
