package org.sifang.organization;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Throws away copies of changed rows: at once, so that the changing transaction sees its own work, and again when it is
 * over, so that nobody keeps what he read before the commit or what was rolled back.
 */
final class AfterChange {

    private AfterChange() {}

    static void run(Runnable forget) {
        forget.run();
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    forget.run();
                }
            });
        }
    }
}
