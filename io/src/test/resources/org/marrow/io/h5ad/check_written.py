"""Reads what Marrow wrote with anndata and scanpy. Arguments: an analysis, a plain data set. Run with -W error."""

import sys
import warnings

import anndata as ad
import numpy as np

analysis, dataset = sys.argv[1:3]

a = ad.read_h5ad(analysis)
b = ad.read_h5ad(dataset)

# Importing scanpy, and its own use of pandas, warn of their own futures; reading did not.
warnings.simplefilter("ignore")
import scanpy as sc  # noqa: E402

warnings.resetwarnings()
warnings.simplefilter("error")
warnings.filterwarnings("ignore", category=DeprecationWarning)
warnings.filterwarnings("ignore", message=".*deprecated.*")

assert a.shape == (60, 40), a.shape
assert (a.X != b.X).nnz == 0
assert list(a.obs_names[:2]) == ["cell 0", "cell 1"]
assert list(a.obs.columns) == [
    "donor", "leiden_input", "day_number", "n_genes_by_counts", "total_counts", "pct_counts_mt", "leiden"]
assert list(a.obs["leiden"].cat.categories) == ["0", "1", "2"]
assert a.obs["n_genes_by_counts"].iloc[0] == 110
assert a.var["highly_variable"].dtype == bool and a.var["highly_variable"].sum() == 20
assert a.obsm["X_pca"].shape == (60, 5) and a.obsm["X_umap"].shape == (60, 2)
assert a.varm["PCs"].shape == (40, 5) and not np.isnan(a.varm["PCs"]).any()
assert (a.varm["PCs"][1::2] == 0).all() and (a.varm["PCs"][::2] != 0).all()
assert list(a.uns["pca"]["variance"]) == [5, 4, 3, 2, 1]
assert a.obsp["distances"].has_canonical_format and a.obsp["distances"].nnz == 240
assert (a.obsp["connectivities"] != a.obsp["connectivities"].T).nnz == 0
assert a.uns["neighbors"]["params"]["n_neighbors"] == 5
assert a.uns["leiden"]["params"]["resolution"] == 1.0
assert a.uns["marrow"]["use"].startswith("For research use only")
assert list(a.uns["marrow"]["notes"]) == ["the first note", "the second, with é"]

ranked = sc.get.rank_genes_groups_df(a, "1")
assert list(ranked.columns) == ["names", "scores", "logfoldchanges", "pvals", "pvals_adj"]
assert list(ranked["names"][:2]) == ["GENE1", "GENE2"] and len(ranked) == 40
assert np.isclose(ranked["pvals"][0], np.exp(-20))
assert sc.get.rank_genes_groups_df(a, None)["group"].nunique() == 3

sc.tl.leiden(a, flavor="igraph", n_iterations=2, directed=False, key_added="again")
sc.tl.paga(a, groups="leiden")
sc.tl.rank_genes_groups(a, "leiden", method="wilcoxon", key_added="again_ranked")
sc.pp.neighbors(a, n_neighbors=5, use_rep="X_pca", key_added="again_neighbors")

assert b.shape == (60, 40) and list(b.obs.columns) == ["donor", "leiden", "day_number"]
# pandas 3 keeps text in arrays that anndata 0.11 writes only when asked to.
ad.settings.allow_write_nullable_strings = True
b.write_h5ad(dataset + ".again")
print("checked")
