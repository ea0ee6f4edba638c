/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.core.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.Test;

class AesGcmTest {

    private final AesGcm cipher = new AesGcm("0123456789abcdef".getBytes(StandardCharsets.UTF_8));

    @Test
    void textOfAnyScriptComesBack() throws GeneralSecurityException {
        assertThat(cipher.decrypt(cipher.encrypt("pa$$ — 密".toCharArray()))).containsExactly("pa$$ — 密".toCharArray());
    }

    @Test
    void theSameTextNeverLooksTheSameTwice() throws GeneralSecurityException {
        assertThat(cipher.encrypt("a".toCharArray())).isNotEqualTo(cipher.encrypt("a".toCharArray()));
    }

    @Test
    void aChangedCharacterIsNoticed() throws GeneralSecurityException {
        String encrypted = cipher.encrypt("secret".toCharArray());
        char last = encrypted.charAt(20);
        String changed = encrypted.substring(0, 20) + (last == 'A' ? 'B' : 'A') + encrypted.substring(21);

        assertThatExceptionOfType(GeneralSecurityException.class).isThrownBy(() -> cipher.decrypt(changed));
    }

    @Test
    void anotherGatewaysKeyDoesNotOpenIt() throws GeneralSecurityException {
        String encrypted = cipher.encrypt("secret".toCharArray());
        AesGcm other = new AesGcm("another key, 16b".getBytes(StandardCharsets.UTF_8));

        assertThatExceptionOfType(GeneralSecurityException.class).isThrownBy(() -> other.decrypt(encrypted));
    }

    @Test
    void plainTextIsNotTakenForEncrypted() {
        for (String plain : new String[] {"password", "<xml a='b-c'/>", "a-b", "-", ""}) {
            assertThatExceptionOfType(GeneralSecurityException.class).isThrownBy(() -> cipher.decrypt(plain));
        }
    }

    @Test
    void aKeyOfAWrongLengthIsRefusedWithThePropertysNameAndWithoutTheKey() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CryptoServiceImpl.key("too short"))
                .withMessageContaining(CryptoServiceImpl.KEY)
                .withMessageContaining("has 9")
                .withMessageNotContaining("too short");
    }
}
