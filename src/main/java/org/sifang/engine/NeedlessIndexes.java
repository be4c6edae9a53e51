package org.sifang.engine;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Indexes of the engine's tables that nothing here ever reads: tenants, owners and candidates of tasks, and searches of the
 * history that the journal answers. Every row of the engine is written into each of them, which is a good part of what an
 * instance costs (ADR 34).
 */
@Component
class NeedlessIndexes {

    private static final List<String> NAMES = List.of(
            "act_idx_hi_pro_inst_tenant_id",
            "act_idx_hi_pro_inst_proc_time",
            "act_idx_hi_pro_inst_root_pi",
            "act_idx_hi_pro_rst_pro_inst_id",
            "act_idx_hi_actinst_root_pi",
            "act_idx_hi_act_inst_start_end",
            "act_idx_hi_act_inst_end",
            "act_idx_hi_act_inst_comp",
            "act_idx_hi_act_inst_tenant_id",
            "act_idx_hi_act_inst_proc_def_key",
            "act_idx_hi_ai_pdefid_end_time",
            "act_idx_hi_taskinst_root_pi",
            "act_idx_hi_task_inst_tenant_id",
            "act_idx_hi_task_inst_proc_def_key",
            "act_idx_hi_taskinstid_procinst",
            "act_idx_hi_task_inst_start",
            "act_idx_hi_task_inst_end",
            "act_idx_exec_tenant_id",
            "act_idx_task_create",
            "act_idx_task_last_updated",
            "act_idx_task_owner",
            "act_idx_task_tenant_id",
            "act_idx_event_subscr_tenant_id",
            "act_idx_variable_tenant_id",
            "act_idx_variable_task_name_type",
            "act_idx_batch_id");

    private final JdbcClient jdbc;

    NeedlessIndexes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Drops those that are there; an engine that creates its tables anew brings them back until its next start. */
    void drop() {
        jdbc.sql("drop index if exists " + String.join(", ", NAMES)).update();
    }
}
