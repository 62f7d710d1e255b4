"""Kinds of terms of machine learning: networks, training, searches, statistics, machines.

A kind a line, as `siblings` reads them.
"""

ALONE = """
networks: convolutional=convolution=cnn=convnet/resnet/unet/yolo/vgg/densenet/efficientnet/conv
  transformer/attention/vit/bert/gpt/llm/language_model/swin/dit/detr
  recurrent=rnn=lstm=gru/memory_network/bilstm graph_neural=gnn=graph_convolutional=gcn/graph
  mamba=state_space/ssm perceptron=mlp/fully_connected/feedforward/dense_layer kolmogorov=kan
  spiking=snn/spike hypernetwork hopfield/associative boltzmann/rbm
generators:
  gan=gans=generative_adversarial/adversarial_network/adversarially/discriminator/generator
  diffusion/denoising/ddpm/score_based/score_match
  vae=variational_autoencoder/variational/autoencoder
  normalizing_flow=flow_model=flow_based/flow/invertible
  autoregressive/auto_regressive/causal/next_token/gpt energy_based/energy
  flow_matching/flow/rectified
trees and kernels: random_forest/forest/tree_ensemble
  gradient_boosting=xgboost=lightgbm=catboost/boosted/boosting/tree_ensemble decision_tree/tree
  support_vector=svm logistic_regression/logistic linear_regression/linear
  nearest_neighbour=nearest_neighbor=knn naive_bayes/naïve_bayes gaussian_process/gp/kriging
  linear_discriminant/lda ridge_regression/ridge lasso adaboost/boosting
clusterings: k_means=kmeans dbscan/density spectral_clustering/spectral fuzzy/c_means
  mixture_model=gmm/mixture agglomerative/hierarchical/cluster
activations: relu/rectified sigmoid/logistic tanh/hyperbolic gelu swish=silu softmax/softmin
  leaky_relu/relu softplus elu sine_activation/sinusoidal
losses: cross_entropy/entropy hinge_loss/hinge focal_loss/focal triplet_loss/triplet
  contrastive_loss/contrast/infonce/clip dice_loss/dice huber mean_squared=mse/squared/l2
  adversarial_loss/adversarial/gan perceptual_loss/perceptual/lpips cycle_consistency/cycle
  reconstruction_loss/reconstruct margin_loss/margin kl_divergence=kullback/divergence
  ranking_loss/rank/pairwise
optimisers: adam=adamw sgd=stochastic_gradient/gradient rmsprop adagrad lbfgs=bfgs/newton muon
  shampoo gauss_newton/newton levenberg conjugate_gradient frank_wolfe mirror_descent
  admm=alternating_direction coordinate_descent
normalisations: batch_normalization=batchnorm=batch_norm/normalization/normalisation
  layer_normalization=layernorm=layer_norm/normalization/normalisation group_normalization=groupnorm
  instance_normalization=instancenorm spectral_normalization weight_normalization rmsnorm
regularisers: dropout/drop weight_decay/l2 early_stopping label_smoothing/smoothing
  data_augmentation/augment mixup cutmix cutout stochastic_depth gradient_clipping/clip
adaptations: lora=low_rank_adaptation/adapter/rank prompt_tuning/prompt prefix_tuning/prefix
  adapter/lora full_fine_tuning/full linear_probe=linear_probing/linear
  in_context/context/prompt/shot instruction_tuning/instruct
preference trainings: dpo=direct_preference/preference ppo=proximal_policy grpo=group_relative
  rlhf=human_feedback/reward rlaif kto rloo sft=supervised_fine/supervised/fine/instruct
  rejection_sampling
shrinkings: pruning/prune/sparsify/sparsification/sparsity/sparse
  quantization/quantize/quantise/bit/int8 distillation/distill/distil/teacher
  low_rank_factorization/rank/decomposition weight_sharing/share binarization/binary/bit
attentions: cross_attention/attention self_attention/attention/transformer linear_attention/linear
  sparse_attention/sparse window_attention/window/local channel_attention/channel
  spatial_attention/spatial flash_attention/flash grouped_query/group multi_query
  latent_attention/mla
positions: rotary=rope alibi sinusoidal/fourier learned_positions absolute_position
decodings: beam_search/beam greedy_decoding/greedy nucleus_sampling=top_p/nucleus
  speculative_decoding/speculative contrastive_decoding/contrastive top_k
  temperature_sampling/temperature constrained_decoding/constrained/grammar
  parallel_decoding/parallel
searches: tree_search=mcts/tree genetic=evolutionary/evolution/evolve/mutation
  simulated_annealing/annealing bayesian_optimization/bayesian grid_search random_search
  hill_climbing particle_swarm/swarm ant_colony differential_evolution/evolution tabu
  dynamic_programming greedy branch_and_bound/branch binary_search local_search/local
  exhaustive=brute_force/enumerate/all linear_programming=linear_program/linear/lp
  integer_programming=integer_program/integer/milp/mip backtracking a_star/astar dijkstra
  semidefinite_programming=semidefinite_program/sdp/semidefinite constraint_programming/constraint
rl algorithms: q_learning=dqn/q policy_gradient/reinforce/policy actor_critic/actor/sac/a2c/ppo
  soft_actor/sac temporal_difference/td sarsa offline_rl/offline model_based_rl/world_model
  thompson_sampling/thompson upper_confidence/ucb epsilon_greedy/epsilon bandit=bandits
samplers: importance_sampling/importance gibbs_sampling/gibbs langevin hamiltonian/hmc metropolis
  mcmc=markov_chain/markov rejection_sampling/rejection variational_inference/variational/elbo
  laplace_approximation/laplace expectation_maximization/em particle_filtering/particle
filters: kalman/ekf/ukf particle_filter/particle wiener median_filter/median gabor sobel canny
  gaussian_filter/gaussian bilateral laplacian/laplace butterworth savitzky low_pass=lowpass
  high_pass=highpass guided_filter prewitt
transforms: fourier=fft/spectral/frequency wavelet=wavelets hough radon cosine_transform=dct/jpeg
  hilbert laplace_transform/laplace z_transform hadamard=walsh koopman
reductions: principal_component=pca independent_component=ica singular_value=svd t_sne=tsne umap
  autoencoder=autoencoders/auto_encoder/vae random_projection/projection
  matrix_factorization=nmf/factorization tensor_decomposition/tensor/tucker multidimensional_scaling
  canonical_correlation/cca
distances: euclidean/l2 cosine/angular manhattan/l1 mahalanobis hamming jaccard
  wasserstein=optimal_transport/mover/transport hausdorff chamfer levenshtein=edit_distance/edit
  kullback=kl_divergence/kl jensen_shannon/jensen geodesic hyperbolic/poincare bures
  dynamic_time_warping=dtw total_variation hellinger
correlations: pearson spearman kendall cohen=kappa krippendorff intraclass/icc
distributions: gaussian=normal_distribution/normal poisson bernoulli laplacian=laplace dirichlet
  binomial multinomial/categorical exponential_distribution/exponential gamma_distribution/gamma
  log_normal/lognormal pareto=power_law beta_distribution/beta student_t weibull von_mises cauchy
tests: anova chi_square=chi_squared wilcoxon t_test=t_tests mann_whitney permutation_test
  kolmogorov_smirnov mcnemar likelihood_ratio
explanations: shap=shapley/shapley grad_cam=gradcam/cam integrated_gradients saliency=saliency_map
  counterfactual/counterfactuals attention_map/attention sparse_autoencoder/sae/dictionary
  activation_patching/patching influence_function/influence layer_wise_relevance=lrp
  concept_bottleneck/concept
privacies: differential_privacy=differentially_private/private/privacy
  homomorphic/encryption/encrypt secure_multiparty=multi_party/secure
  anonymization=anonymisation/anonymous secure_aggregation trusted_execution=enclave/sgx k_anonymity
  zero_knowledge watermark=watermarking
attacks: membership_inference/membership model_extraction=model_stealing/stealing/extract
  data_poisoning=poisoning/poison backdoor/trojan
  jailbreak=jailbreaking/jailbreaks/jailbroken/bypass/red_team/adversarial/attack/unsafe
  prompt_injection/injection evasion/adversarial model_inversion/inversion side_channel/channel
  denial_of_service=ddos/dos phishing/phish/scam ransomware spoofing/spoof/presentation_attack
  deepfake=deepfakes/fake/forgery/forged/manipulated/generated eavesdropping man_in_the_middle
symbolic structures: knowledge_graph=knowledge_graphs/kg/graph
  finite_state=state_machine/fsm/automaton ontology/ontologies decision_tree/tree
  behavior_tree=behaviour_tree/tree petri_net scene_graph/scene bayesian_network/bayesian
  causal_graph/causal/dag markov_decision=mdp pomdp=partially_observable markov_model=hmm/markov
  first_order_logic/logic temporal_logic/ltl/logic datalog prolog relational_database/sql/relational
  vector_database/vector blockchain/ledger rule_base=rule_based/rule/rules lookup_table/lookup
  hash_table=hashing/hash priority_queue binary_tree/tree linked_list
retrievers: bm25/lexical/sparse dense_retrieval/dense hybrid_retrieval/hybrid
  reranker=reranking/rank colbert tf_idf=tfidf cross_encoder bi_encoder/dual
uncertainties: conformal/conformal_prediction bayesian/bayes/posterior monte_carlo_dropout/dropout
  deep_ensemble/ensemble temperature_scaling/temperature evidential/evidence platt isotonic
equations: ordinary_differential=ode partial_differential=pde stochastic_differential=sde
  navier_stokes schrodinger maxwell heat_equation/heat wave_equation/wave poisson_equation/poisson
  burgers fokker_planck euler_equation
solvers: finite_element/fem finite_difference/difference finite_volume monte_carlo runge_kutta
  spectral_method/spectral lattice_boltzmann physics_informed=pinn/pinns/physics
  neural_operator=fourier_neural/operator newton_method/newton multigrid
hardware: cpu=cpus/processor
  gpu=gpus/nvidia/a100/h100/v100/cuda/graphics/card/hardware/accelerator/rtx/vram tpu=tpus
  fpga=fpgas microcontroller=mcu/arduino raspberry_pi/raspberry jetson/nvidia asic
  neuromorphic_chip/neuromorphic/loihi memristor in_memory_computing/memory
  quantum_computer/quantum/qubit
parallelisms: data_parallel/data tensor_parallel/tensor pipeline_parallel/pipeline
  expert_parallel/expert sequence_parallel/sequence
languages of code: python java javascript typescript rust fortran cobol kotlin matlab julia haskell
  scala ruby php perl verilog vhdl solidity sql bash/shell cuda lua ocaml coq isabelle erlang latex
  html
frameworks: pytorch/torch tensorflow keras scikit_learn=sklearn onnx ros/ros2 docker kubernetes
  hadoop isaac/omniverse mujoco gazebo carla simulink
"""

AROUND = """
paradigms: imitation_learning=behavior_cloning=behaviour_cloning/imitation/demonstration/cloning
  continual=lifelong/incremental/forgetting/sequential
  curriculum/progressive active_learning/active/query meta_learning/meta
  self_supervised/pretext/supervision semi_supervised/unlabeled/unlabelled/pseudo
  weakly_supervised/weak/weakly contrastive/contrast/clip
  transfer_learning/transfer/pretrained/pretrain multi_task/multitask/tasks
  distillation/distill/distil/teacher ensemble/ensembling/bagging self_training/pseudo/self
  adversarial_training/adversarial unlearning/unlearn/forget few_shot/shot zero_shot/shot
compressions: huffman arithmetic_coding/arithmetic lossless lossy jpeg run_length
"""

BESIDE = """
poolings: max_pooling/maxpool average_pooling/avgpool attention_pooling strided_convolution/stride
ways of reasoning: chain_of_thought=cot/step/thought/reasoning tree_of_thought=tree_of_thoughts/tree
  graph_of_thought/graph self_consistency/majority/vote
  self_refine=self_refinement=self_reflection/reflect/refine/critique debate/argue
  program_of_thought/program/code best_of_n/best
memories: vector_store/vector cache/caching/caches episodic semantic_memory working_memory/working
  external_memory/external replay_buffer/replay scratchpad
agents' setups: single_agent/single multi_agent/agents/multiagent human_in_the_loop/human swarm
  hierarchical/hierarchy
geometries: euclidean_space/euclidean hyperbolic/poincare riemannian/manifold spherical/sphere
  grassmann simplex torus toroidal
shapes: sphere/spherical cube/cubic/box cylinder/cylindrical cone/conic ellipsoid/ellipse
  pyramid/pyramidal torus hexagon/hexagonal triangle/triangular/mesh cuboid/box
  superquadric=superquadrics capsule tetrahedron/tetrahedral rectangle/rectangular/box
"""
