package org.sifang.organization;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps copies of rows honest around a change. The copy is thrown away when the changing transaction is over, committed or
 * not. Until then that transaction reads the rows themselves: another thread may make a new copy of the old state.
 */
final class AfterChange {

    private AfterChange() {}

    /** @param copy whose rows the current transaction changes */
    static void forget(Object copy, Runnable forget) {
        forget.run();
        if (!TransactionSynchronizationManager.isSynchronizationActive() || isChangedHere(copy)) {
            return;
        }
        TransactionSynchronizationManager.bindResource(copy, Boolean.TRUE);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void suspend() {
                TransactionSynchronizationManager.unbindResourceIfPossible(copy);
            }

            @Override
            public void resume() {
                TransactionSynchronizationManager.bindResource(copy, Boolean.TRUE);
            }

            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(copy);
                forget.run();
            }
        });
    }

    static boolean isChangedHere(Object copy) {
        return TransactionSynchronizationManager.hasResource(copy);
    }
}
