/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.trust.internal.path;

import io.tohu.trust.internal.RefusedException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Judges the validity of a path's certificates, with grace, and finds an instant at which all of them count as valid for
 * the path validation that follows.
 */
final class Validity {

    private final Policy policy;
    private final Moment moment;
    private final List<String> notes;
    private Instant instant;

    private Validity(Policy policy, Moment moment, List<String> notes) {
        this.policy = policy;
        this.moment = moment;
        this.notes = notes;
        this.instant = moment.now();
    }

    /**
     * @param notes takes a sentence for each leniency that was needed
     * @return an instant inside the validity of every certificate of the path
     * @throws RefusedException when there is none that the policy lets pass
     */
    static Instant judge(List<X509Certificate> path, Policy policy, Moment moment, List<String> notes)
            throws RefusedException {
        Validity validity = new Validity(policy, moment, notes);
        for (X509Certificate certificate : path) {
            validity.notExpired(certificate);
        }
        for (X509Certificate certificate : path) {
            validity.begun(certificate);
        }
        for (X509Certificate certificate : path) {
            if (validity.instant.isAfter(end(certificate))) {
                throw new RefusedException(
                        "The certificates of its path were never valid at the same time. Have it signed" + " again.");
            }
        }
        return validity.instant;
    }

    private void notExpired(X509Certificate certificate) throws RefusedException {
        Instant end = end(certificate);
        if (!moment.now().isAfter(end)) {
            return;
        }
        if (!moment.now().isAfter(end.plus(policy.grace()))) {
            notes.add("The certificate of " + SignerName.of(certificate) + " expired on " + day(end)
                    + ", inside the grace of " + policy.grace().toDays() + " days.");
        } else if (moment.seen() != null && !moment.seen().isAfter(end.plus(policy.grace()))) {
            notes.add("The certificate of " + SignerName.of(certificate) + " expired on " + day(end)
                    + "; this gateway accepted the same content on " + day(moment.seen()) + ".");
        } else {
            throw new RefusedException("The certificate of " + SignerName.of(certificate) + " expired on " + day(end)
                    + " and it is " + day(moment.now()) + ". Have it signed again with a valid certificate, or set the"
                    + " gateway's clock if that date is wrong.");
        }
        instant = end.isBefore(instant) ? end : instant;
    }

    private void begun(X509Certificate certificate) throws RefusedException {
        Instant begin = certificate.getNotBefore().toInstant();
        if (moment.now().isBefore(begin)) {
            if (!moment.clockIsSet()) {
                notes.add("The gateway's clock is not set (it says " + day(moment.clock())
                        + "), so the beginning of validity," + " " + day(begin) + ", was not judged.");
            } else if (moment.now().isBefore(begin.minus(policy.grace()))) {
                throw new RefusedException("The certificate of " + SignerName.of(certificate) + " is not valid before "
                        + day(begin) + " and the gateway's clock says " + day(moment.clock())
                        + ". Set the clock, or wait.");
            }
        }
        instant = begin.isAfter(instant) ? begin : instant;
    }

    private static Instant end(X509Certificate certificate) {
        return certificate.getNotAfter().toInstant();
    }

    static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
